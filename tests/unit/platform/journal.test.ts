import { randomBytes, randomUUID } from 'node:crypto'
import { mkdirSync, readdirSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type FileIo, systemIo } from '#backend/platform/files/io.ts'
import { type Capture, type OpenJournal, openJournal } from '#backend/platform/journal/journal.ts'
import { type Entry, readJournal } from '#backend/platform/journal/read.ts'
import { newJournalKeys } from '#backend/security/journal-keys.ts'
import { filesBelow, temporaryFolder } from '../../helpers/ledger-lab.ts'

const capture = (text: string, sourceId = 'pos-1'): Capture => ({
  sourceId,
  at: 1_795_000_000_000,
  encoding: 'cp949',
  bytes: Buffer.from(text),
})

const bench = (options: { segmentBytes?: number; io?: FileIo } = {}) => {
  const folder = join(temporaryFolder(), 'x.journal')
  const ledgerId = randomUUID()
  const dataKey = randomBytes(32)
  const { publicKey, privateKey } = newJournalKeys()
  const open = (): OpenJournal => openJournal({ folder, ledgerId, publicKey, ...options })
  const read = (afterSeq = 0): Entry[] => [
    ...readJournal({ folder, ledgerId, privateKey, dataKey, afterSeq }),
  ]
  const commits = (journal: OpenJournal) =>
    journal.commits(
      dataKey,
      () => 10,
      () => 7,
    )
  const segment = (number: number): string => join(folder, `${String(number).padStart(6, '0')}.seg`)
  return { folder, ledgerId, dataKey, publicKey, privateKey, open, read, commits, segment }
}

const texts = (entries: readonly Entry[]): string[] =>
  entries.map((entry) =>
    entry.kind === 'capture'
      ? `${entry.seq} ${Buffer.from(entry.capture.bytes).toString()}`
      : entry.kind === 'hole'
        ? `hole ${entry.seq} ${entry.reason}`
        : `${entry.seq} ${entry.kind}`,
  )

/** An io whose next `count` calls of one kind fail with that errno. */
const failing = (kind: 'write' | 'fsync', errno: string) => {
  let left = 0
  const fail = (): void => {
    if (left <= 0) return
    left -= 1
    throw Object.assign(new Error(errno), { code: errno, syscall: kind })
  }
  const io: FileIo = {
    ...systemIo,
    write(fd, bytes, position) {
      if (kind === 'write' && left > 0) systemIo.write(fd, bytes.subarray(0, bytes.length / 2), position)
      if (kind === 'write') fail()
      systemIo.write(fd, bytes, position)
    },
    fsync(fd) {
      if (kind === 'fsync') fail()
      systemIo.fsync(fd)
    },
  }
  return { io, failNext: (count: number) => (left = count) }
}

describe('journal', () => {
  it('gives back what was put in, in order, numbered from 1', () => {
    const { open, read, commits } = bench()
    const journal = open()
    const statements = [{ sql: 'UPDATE shop SET footer = ?', parameters: ['안녕'] }]
    expect(journal.journal.appendCapture(capture('first'))).toBe(1)
    expect(commits(journal).append(statements)).toBe(2)
    expect(commits(journal).void(2)).toBe(3)
    expect(journal.journal.appendCapture({ ...capture(''), event: 'close' })).toBe(4)
    expect(read()).toMatchObject([
      { kind: 'capture', seq: 1, capture: { sourceId: 'pos-1', encoding: 'cp949', at: 1_795_000_000_000 } },
      { kind: 'commit', seq: 2, commit: { schema: 10, lastId: 7, statements } },
      { kind: 'void', seq: 3, voids: 2 },
      { kind: 'capture', seq: 4, capture: { event: 'close' } },
    ])
    expect(texts(read(2))).toEqual(['3 void', '4 '])
  })

  it('keeps every value that SQLite knows, exactly', () => {
    const value = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.double(),
      fc.integer(),
      fc.constant(null),
      fc.bigInt({ min: -(2n ** 63n), max: 2n ** 63n - 1n }),
      fc.uint8Array().map((bytes) => Buffer.from(bytes)),
    )
    const { open, read, commits } = bench()
    const journal = open()
    fc.assert(
      fc.property(fc.array(value, { maxLength: 20 }), (parameters) => {
        const seq = commits(journal).append([{ sql: 'x', parameters }])
        const [entry] = read(seq - 1)
        expect(entry?.kind === 'commit' && entry.commit.statements[0]?.parameters).toEqual(parameters)
      }),
      { numRuns: 60 },
    )
  })

  it('can be appended to by who cannot read it, and goes on after each opening', () => {
    const { open, read } = bench()
    for (const text of ['a', 'b', 'c']) {
      const journal = open()
      journal.journal.appendCapture(capture(text))
      journal.journal.close()
    }
    expect(texts(read())).toEqual(['1 a', '2 b', '3 c'])
  })

  it('shows nothing of what it holds, and nothing at all to another key', () => {
    const { open, folder, ledgerId, dataKey } = bench()
    const journal = open()
    journal.journal.appendCapture(capture('홍길동 010-0000-1234 카푸치노'))
    journal.journal.close()
    for (const { bytes } of filesBelow(folder)) {
      expect(bytes.includes(Buffer.from('홍길동'))).toBe(false)
      expect(bytes.includes('010-0000-1234')).toBe(false)
      expect(bytes.includes('pos-1')).toBe(false)
    }
    const stranger = newJournalKeys().privateKey
    const entries = [...readJournal({ folder, ledgerId, privateKey: stranger, dataKey, afterSeq: 0 })]
    expect(texts(entries)).toEqual(['hole 0 seal'])
  })

  it('goes on in a new segment when one is full, and starts reading in the right one', () => {
    const { open, read, folder } = bench({ segmentBytes: 2000 })
    const journal = open()
    for (let index = 1; index <= 60; index += 1) journal.journal.appendCapture(capture(`n${index}`))
    expect(readdirSync(folder).length).toBeGreaterThan(4)
    expect(texts(read())).toEqual(Array.from({ length: 60 }, (_, index) => `${index + 1} n${index + 1}`))
    expect(texts(read(57))).toEqual(['58 n58', '59 n59', '60 n60'])
  })

  it('refuses a commit that was not signed by the ledger', () => {
    const { open, read, commits } = bench()
    const journal = open()
    commits(journal).append([{ sql: 'a', parameters: [] }])
    journal
      .commits(
        randomBytes(32),
        () => 10,
        () => 7,
      )
      .append([{ sql: 'UPDATE points SET all = mine', parameters: [] }])
    expect(texts(read())).toEqual(['1 commit', 'hole 1 seal'])
  })

  it('refuses a folder that belongs to another ledger', () => {
    const { open, folder, ledgerId } = bench()
    const journal = open()
    journal.journal.appendCapture(capture('a'))
    journal.journal.close()
    const code = expect.objectContaining({ code: 'ledger.foreign-parts' })
    expect(() => openJournal({ folder, ledgerId, publicKey: newJournalKeys().publicKey })).toThrow(code)
  })

  it('counts the captures that wait since the last unit of work', () => {
    const { open, commits } = bench({ segmentBytes: 1500 })
    let journal = open()
    for (let index = 0; index < 20; index += 1) journal.journal.appendCapture(capture('before'))
    commits(journal).append([{ sql: 'a', parameters: [] }])
    expect(journal.journal.state.waitingCaptures).toBe(0)
    for (let index = 0; index < 20; index += 1) journal.journal.appendCapture(capture('after'))
    journal.journal.close()
    journal = open()
    expect(journal.journal.state).toMatchObject({ waitingCaptures: 20, headSeq: 41 })
  })
})

describe('a journal after a crash', () => {
  it('cut anywhere in its last record loses only that one, keeps the rest aside, and goes on', () => {
    const { open, read, folder, segment } = bench()
    const journal = open()
    journal.journal.appendCapture(capture('one'))
    journal.journal.appendCapture(capture('two'))
    const kept = readFileSync(segment(1)).length
    journal.journal.appendCapture(capture('three'))
    journal.journal.close()
    const whole = readFileSync(segment(1))
    for (let length = kept; length < whole.length; length += 7) {
      rmSync(folder, { recursive: true })
      mkdirSync(folder)
      writeFileSync(segment(1), whole.subarray(0, length))
      const again = open()
      expect(again.journal.state.tornBytes).toBe(length - kept)
      const seq = again.journal.appendCapture(capture('four'))
      again.journal.close()
      expect(seq).toBeGreaterThan(length === kept ? 2 : 3)
      expect(texts(read())).toEqual(['1 one', '2 two', `${seq} four`])
      const aside = filesBelow(folder).filter(({ path }) => path.includes('torn'))
      expect(Buffer.concat(aside.map(({ bytes }) => bytes))).toEqual(whole.subarray(kept, length))
    }
  })

  it('whose newest segment was only begun goes on', () => {
    const { open, read, folder, segment } = bench()
    const journal = open()
    journal.journal.appendCapture(capture('one'))
    journal.journal.close()
    writeFileSync(`${segment(2)}.new`, 'half a head')
    const again = open()
    again.journal.appendCapture(capture('two'))
    expect(texts(read())).toEqual(['1 one', '2 two'])
    expect(readdirSync(folder)).toEqual(['000001.seg'])
  })

  it('whose newest segment is empty or noise goes on behind it, and says what is missing', () => {
    for (const noise of [Buffer.alloc(0), randomBytes(3000)]) {
      const { open, read, segment } = bench()
      const journal = open()
      journal.journal.appendCapture(capture('one'))
      journal.journal.close()
      writeFileSync(segment(2), noise)
      const again = open()
      const seq = again.journal.appendCapture(capture('two'))
      const found = texts(read())
      expect(found[0]).toBe('1 one')
      expect(found.at(-1)).toBe(`${seq} two`)
    }
  })
})

describe('a disk that fails', () => {
  it.each([
    ['write', 'ENOSPC', 'ledger.disk-full'],
    ['fsync', 'ENOSPC', 'ledger.disk-full'],
    ['write', 'EIO', 'ledger.io'],
    ['fsync', 'EIO', 'ledger.io'],
  ] as const)(
    'at %s with %s: nothing is acknowledged, and it goes on by itself afterwards',
    (kind, errno, code) => {
      const { io, failNext } = failing(kind, errno)
      const { open, read } = bench({ io })
      const journal = open()
      expect(journal.journal.appendCapture(capture('one'))).toBe(1)
      failNext(3)
      for (let index = 0; index < 3; index += 1)
        expect(() => journal.journal.appendCapture(capture('lost'))).toThrow(
          expect.objectContaining({ code }),
        )
      expect(journal.journal.appendCapture(capture('two'))).toBe(2)
      expect(journal.journal.appendCapture(capture('three'))).toBe(3)
      expect(texts(read())).toEqual(['1 one', '2 two', '3 three'])
      journal.journal.close()
      const again = open()
      again.journal.appendCapture(capture('four'))
      expect(texts(read())).toEqual(['1 one', '2 two', '3 three', '4 four'])
    },
  )

  it('that keeps what its fsync refused does not bring it back', () => {
    let refuse = false
    const io: FileIo = {
      ...systemIo,
      fsync(fd) {
        if (refuse) throw Object.assign(new Error('EIO'), { code: 'EIO', syscall: 'fsync' })
        systemIo.fsync(fd)
      },
      truncate: () => {
        throw Object.assign(new Error('EIO'), { code: 'EIO', syscall: 'ftruncate' })
      },
    }
    const { open, read } = bench({ io })
    const journal = open()
    journal.journal.appendCapture(capture('one'))
    refuse = true
    expect(() => journal.journal.appendCapture(capture('never acknowledged'))).toThrow('ledger.io')
    refuse = false
    expect(journal.journal.appendCapture(capture('two'))).toBe(2)
    expect(texts(read())).toEqual(['1 one', '2 two'])
  })
})

describe('a damaged journal', () => {
  it('tells each flipped byte as a hole or by leaving nothing changed, and reads on behind it', () => {
    const { open, read, commits, segment } = bench()
    const journal = open()
    journal.journal.appendCapture(capture('one'))
    journal.journal.close()
    const second = open()
    for (const text of ['two', 'three', 'four']) second.journal.appendCapture(capture(text))
    commits(second).append([{ sql: 'a', parameters: [] }])
    second.journal.close()
    const whole = readFileSync(segment(1))
    const truth = texts(read())
    for (let place = 0; place < whole.length; place += 3) {
      const flipped = Buffer.from(whole)
      flipped[place] = (flipped[place] ?? 0) ^ 0x10
      writeFileSync(segment(1), flipped)
      const found = texts(read())
      const readable = found.filter((text) => !text.startsWith('hole'))
      // Nothing may come out that was not put in.
      expect(truth).toEqual(expect.arrayContaining(readable))
      // What is missing at the very end cannot be told from a write that a crash cut short.
      const missing = readable.length < truth.length && readable.at(-1) === truth.at(-1)
      expect(!missing || found.some((text) => text.startsWith('hole'))).toBe(true)
    }
  })

  it('is still appended to: the POS goes on being captured', () => {
    const { open, read, segment } = bench()
    const journal = open()
    for (const text of ['one', 'two', 'three']) journal.journal.appendCapture(capture(text))
    journal.journal.close()
    const bytes = readFileSync(segment(1))
    bytes.fill(0, bytes.length - 260, bytes.length - 240)
    writeFileSync(segment(1), bytes)
    const again = open()
    const seq = again.journal.appendCapture(capture('four'))
    const found = texts(read())
    expect(found.at(-1)).toBe(`${seq} four`)
    expect(found.some((text) => text.startsWith('hole'))).toBe(true)
  })

  it('tells a segment that is gone, and one that was cut in the middle of the journal', () => {
    const { open, read, segment } = bench({ segmentBytes: 1200 })
    const journal = open()
    for (let index = 1; index <= 30; index += 1) journal.journal.appendCapture(capture(`n${index}`))
    journal.journal.close()
    const second = readFileSync(segment(2))
    truncateSync(segment(2), second.length - 10)
    expect(texts(read()).filter((text) => text.startsWith('hole'))).toHaveLength(1)
    rmSync(segment(2))
    expect(texts(read()).filter((text) => text.endsWith('segment'))).toHaveLength(1)
    writeFileSync(segment(2), second)
    rmSync(segment(1))
    expect(texts(read())[0]).toBe('hole 0 start')
    expect(texts(read(29))).toEqual(['30 n30'])
  })

  it('never throws, whatever lies in its folder', () => {
    const { open, read, segment, folder } = bench()
    open().journal.close()
    fc.assert(
      fc.property(fc.array(fc.uint8Array({ maxLength: 400 }), { maxLength: 3 }), (parts) => {
        const files = parts.map((part) => Buffer.concat([Buffer.from('DgJ1'), part]))
        files.forEach((bytes, index) => writeFileSync(segment(index + 1), bytes))
        writeFileSync(join(folder, 'notes.txt'), 'not a segment')
        expect(texts(read()).every((text) => text.startsWith('hole'))).toBe(true)
      }),
      { numRuns: 100 },
    )
  })
})

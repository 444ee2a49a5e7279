import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { copyFileSync, existsSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { isDeepStrictEqual } from 'node:util'
import { describe, expect, it, onTestFinished } from 'vitest'
import { query } from '#backend/platform/db/query.ts'
import { createLedger, ledgerPresence, openLedger, openLocked } from '#backend/platform/ledger.ts'
import { ledgerFiles } from '#backend/platform/ledger-files.ts'
import { isDangolError } from '#shared/errors.ts'
import {
  addCustomer,
  customerNames,
  filesBelow,
  ledgerLab,
  passphrase,
  temporaryFolder,
} from '../../helpers/ledger-lab.ts'

const code = (expected: string) => expect.objectContaining({ code: expected })
const capture = { sourceId: 'pos-1', at: 1, encoding: 'cp949', bytes: Buffer.from('영수증') }

describe('createLedger', () => {
  it('makes a ledger that opens with the passphrase and with the recovery code', async () => {
    const lab = await ledgerLab()
    lab.ledger.unit.write((tx) => addCustomer(tx, 1, '하나'))
    expect(customerNames(await lab.reopen({ passphrase }))).toEqual(['하나'])
    expect(customerNames(await lab.reopen({ recoveryCode: lab.recoveryCode }))).toEqual(['하나'])
  })

  it('never writes over one that is there, not even over a part of it', async () => {
    const lab = await ledgerLab()
    lab.dispose()
    const again = (): Promise<unknown> => createLedger({ path: lab.path, passphrase, shopName: '다른가게' })
    await expect(again()).rejects.toEqual(code('ledger.exists'))
    rmSync(lab.path)
    expect(ledgerPresence(lab.path)).toBe('there')
    await expect(again()).rejects.toEqual(code('ledger.exists'))
  })

  it('refuses a weak passphrase before anything is on disk', async () => {
    const path = join(temporaryFolder(), 'x.dangol')
    await expect(createLedger({ path, passphrase: '1234', shopName: '가게' })).rejects.toEqual(
      code('ledger.weak-passphrase'),
    )
    expect(ledgerPresence(path)).toBe('none')
  })

  it('that was interrupted is made anew; what it left is kept aside', async () => {
    const lab = await ledgerLab()
    lab.dispose()
    writeFileSync(ledgerFiles(lab.path).making, '')
    expect(ledgerPresence(lab.path)).toBe('unfinished')
    const made = await createLedger({ path: lab.path, passphrase, shopName: '새가게' })
    onTestFinished(() => made.ledger.close())
    expect(made.ledger.reader.first(query.selectFrom('shop').select('name'))).toEqual({ name: '새가게' })
    expect(ledgerPresence(lab.path)).toBe('there')
    expect(existsSync(`${lab.path}.unfinished-1.keys`)).toBe(true)
  })
})

describe('openLedger', () => {
  it('refuses a wrong passphrase, and opens afterwards with the right one', async () => {
    const lab = await ledgerLab()
    await expect(lab.reopen({ passphrase: 'not this one' })).rejects.toEqual(code('ledger.wrong-passphrase'))
    await expect(lab.reopen()).resolves.toBeDefined()
  })

  it('tells a file of 0 bytes, noise, flipped bytes, a lost ledger and a lost key file apart', async () => {
    const lab = await ledgerLab()
    lab.ledger.unit.write((tx) => addCustomer(tx, 1, '하나'))
    lab.dispose()
    const whole = readFileSync(lab.path)
    truncateSync(lab.path)
    await expect(lab.reopen()).rejects.toEqual(code('ledger.empty-file'))
    writeFileSync(lab.path, Buffer.alloc(whole.length, 'noise'))
    await expect(lab.reopen()).rejects.toEqual(code('ledger.damaged'))
    const flipped = Buffer.from(whole)
    flipped[100] = (flipped[100] ?? 0) ^ 1
    writeFileSync(lab.path, flipped)
    await expect(lab.reopen()).rejects.toEqual(code('ledger.damaged'))
    rmSync(lab.path)
    await expect(lab.reopen()).rejects.toEqual(code('ledger.missing'))
    writeFileSync(lab.path, whole)
    const keys = readFileSync(ledgerFiles(lab.path).keys)
    rmSync(ledgerFiles(lab.path).keys)
    await expect(lab.reopen()).rejects.toEqual(code('ledger.key-file-missing'))
    writeFileSync(ledgerFiles(lab.path).keys, keys)
    expect(customerNames(await lab.reopen())).toEqual(['하나'])
  })

  it('never answers a flipped byte with a wrong value', async () => {
    const lab = await ledgerLab()
    lab.ledger.unit.write((tx) => {
      for (let id = 1; id <= 200; id += 1) addCustomer(tx, id, `손님 ${id}`)
    })
    const truth = customerNames(lab.ledger)
    lab.dispose()
    const whole = readFileSync(lab.path)
    const answers: unknown[] = []
    for (let round = 0; round < 24; round += 1) {
      const place = Math.floor((whole.length * (round + 0.5)) / 24)
      const flipped = Buffer.from(whole)
      flipped[place] = (flipped[place] ?? 0) ^ 0x40
      writeFileSync(lab.path, flipped)
      try {
        answers.push(customerNames(await lab.reopen()))
      } catch (error) {
        answers.push(error)
      }
    }
    const wrong = answers.filter(
      (answer) =>
        !isDeepStrictEqual(answer, truth) && !(isDangolError(answer) && answer.code === 'ledger.damaged'),
    )
    expect(wrong).toEqual([])
    expect(answers.some(isDangolError)).toBe(true)
  })

  it('refuses the key file and the journal of another ledger', async () => {
    const [lab, other] = [await ledgerLab(), await ledgerLab()]
    lab.dispose()
    other.dispose()
    copyFileSync(ledgerFiles(other.path).keys, ledgerFiles(lab.path).keys)
    await expect(lab.reopen()).rejects.toEqual(code('ledger.foreign-parts'))
  })

  it('refuses a ledger of a later program', async () => {
    const lab = await ledgerLab()
    lab.ledger.db.pragma('user_version = 9999')
    await expect(lab.reopen()).rejects.toEqual(code('ledger.newer-version'))
  })

  it('goes on without its journal and says so; numbers are not given twice', async () => {
    const lab = await ledgerLab()
    for (let id = 1; id <= 5; id += 1) lab.ledger.unit.write((tx) => addCustomer(tx, id, `손님 ${id}`))
    const head = lab.ledger.journal.state.headSeq
    lab.dispose()
    rmSync(ledgerFiles(lab.path).journal, { recursive: true })
    let ledger = await lab.reopen()
    expect(ledger.opened.journalBehind).toBe(true)
    expect(ledger.journal.appendCapture(capture)).toBe(head + 1)
    ledger.unit.write((tx) => addCustomer(tx, 6, '손님 6'))
    ledger = await lab.reopen()
    expect(ledger.opened).toMatchObject({ journalBehind: false, redone: 0 })
    expect(customerNames(ledger)).toHaveLength(6)
    expect([...ledger.captures(head)]).toHaveLength(1)
  })

  it('leaves no plain text in any file', async () => {
    const lab = await ledgerLab()
    const canaries = ['카나리아김철수', '01000009876', '수다스러운 메모', '영수증카나리아']
    lab.ledger.unit.write((tx) => {
      addCustomer(tx, 1, '카나리아김철수', '01000009876')
      tx.run(query.updateTable('customer').set({ memo: '수다스러운 메모' }))
    })
    lab.ledger.journal.appendCapture({ ...capture, bytes: Buffer.from('영수증카나리아') })
    const search = (): void => {
      for (const { path, bytes } of filesBelow(lab.folder)) {
        for (const canary of canaries) {
          for (const encoding of ['utf8', 'utf16le'] as const)
            expect(bytes.includes(Buffer.from(canary, encoding)), `${canary} in ${path}`).toBe(false)
          expect(path).not.toContain(canary)
        }
      }
    }
    search()
    lab.dispose()
    search()
  })
})

describe('one process at a time', () => {
  it('is told when the ledger is open already, in this process or another; a killed one leaves nothing', async () => {
    const lab = await ledgerLab()
    await expect(openLedger({ path: lab.path, key: { passphrase } })).rejects.toEqual(code('ledger.in-use'))
    lab.dispose()
    const child = spawn(
      process.execPath,
      [join(import.meta.dirname, '../../helpers/hold-ledger.ts'), lab.path],
      { stdio: ['ignore', 'pipe', 'inherit'] },
    )
    onTestFinished(() => {
      child.kill('SIGKILL')
    })
    await once(child.stdout, 'data')
    await expect(openLedger({ path: lab.path, key: { passphrase } })).rejects.toEqual(code('ledger.in-use'))
    const gone = once(child, 'exit')
    child.kill('SIGKILL')
    await gone
    await expect(lab.reopen()).resolves.toBeDefined()
  })
})

describe('a locked ledger', () => {
  it('keeps what comes with the key file alone, and hands it over when it is opened', async () => {
    const lab = await ledgerLab()
    lab.dispose()
    const locked = openLocked(lab.path)
    expect(locked).toMatchObject({ recoveryConfirmed: false, keychain: false })
    const seq = locked.journal.appendCapture(capture)
    await expect(openLedger({ path: lab.path, key: { passphrase: 'wrong one' }, locked })).rejects.toEqual(
      code('ledger.wrong-passphrase'),
    )
    expect(locked.journal.appendCapture(capture)).toBe(seq + 1)
    const opening = openLedger({ path: lab.path, key: { passphrase }, locked })
    expect(locked.journal.appendCapture(capture)).toBe(seq + 2)
    const ledger = await opening
    expect(locked.journal.appendCapture(capture)).toBe(seq + 3)
    expect([...ledger.captures(seq - 1)].map((one) => one.seq)).toEqual([seq, seq + 1, seq + 2, seq + 3])
    expect(ledger.journal.state.waitingCaptures).toBe(4)
    const again = ledger.lock()
    expect(() => ledger.reader.all(query.selectFrom('customer').selectAll())).toThrow('not open')
    expect(again.journal.appendCapture(capture)).toBe(seq + 4)
    again.close()
    expect(() => again.journal.appendCapture(capture)).toThrow('closed')
    await expect(lab.reopen()).resolves.toBeDefined()
  })
})

describe('keyring', () => {
  it('changes passphrase, recovery code and confirmation on disk', async () => {
    const lab = await ledgerLab()
    await lab.ledger.keys.confirmRecovery(lab.recoveryCode)
    expect(lab.ledger.keys.recoveryConfirmed).toBe(true)
    await lab.ledger.keys.changePassphrase('바꾼 암호예요 88')
    await lab.reopen({ passphrase: '바꾼 암호예요 88' })
    expect(lab.ledger.keys.recoveryConfirmed).toBe(true)
    const renewed = await lab.ledger.keys.newRecoveryCode()
    // Until it came back from its paper, the old one stays the one that opens.
    await expect(lab.ledger.keys.takeRecoveryCode(lab.recoveryCode)).rejects.toEqual(
      code('ledger.wrong-recovery-code'),
    )
    await lab.reopen({ recoveryCode: lab.recoveryCode })
    await expect(lab.ledger.keys.takeRecoveryCode(renewed)).rejects.toEqual(
      code('ledger.wrong-recovery-code'),
    )
    const again = await lab.ledger.keys.newRecoveryCode()
    await lab.ledger.keys.takeRecoveryCode(again.toLowerCase())
    expect(lab.ledger.keys.recoveryConfirmed).toBe(true)
    await expect(lab.reopen({ recoveryCode: lab.recoveryCode })).rejects.toEqual(
      code('ledger.wrong-recovery-code'),
    )
    await expect(lab.reopen({ recoveryCode: again })).resolves.toBeDefined()
  })

  it('makes two changes at once one after the other', async () => {
    const lab = await ledgerLab()
    const [, , renewed] = await Promise.all([
      lab.ledger.keys.changePassphrase('첫 번째 바꿈 11'),
      lab.ledger.keys.changePassphrase('두 번째 바꿈 22'),
      lab.ledger.keys.newRecoveryCode(),
    ])
    await lab.ledger.keys.takeRecoveryCode(renewed)
    await expect(lab.reopen({ recoveryCode: renewed })).resolves.toBeDefined()
    await expect(lab.reopen({ passphrase: '두 번째 바꿈 22' })).resolves.toBeDefined()
  })
})

import { execFile } from 'node:child_process'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { Readable } from 'node:stream'
import { promisify } from 'node:util'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { main } from '#backend/cli/main.ts'
import { printerBytes } from '../../helpers/printer-bytes.ts'

const entry = path.resolve(import.meta.dirname, '../../../electron/backend/cli/index.ts')
const run = promisify(execFile)

let folder = ''
beforeAll(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), 'dangol-tokens-'))
})
afterAll(() => rm(folder, { recursive: true, force: true }))

const fileOf = async (name: string, bytes: Uint8Array): Promise<string> => {
  const file = path.join(folder, name)
  await writeFile(file, bytes)
  return file
}

/** Calls the command line within this process. */
const call = async (...args: string[]): Promise<{ code: number; out: string; said: string[] }> => {
  let out = ''
  const said: string[] = []
  const code = await main(args, {
    stdin: Readable.from([]),
    out: (text) => {
      out += text
      return Promise.resolve()
    },
    say: (message) => {
      said.push(message)
    },
  })
  return { code, out, said }
}

describe('tokens FILE', () => {
  it('lists every byte once, by the names of the manuals', async () => {
    const bytes = printerBytes(
      [0x1b, 0x40],
      '합계\r\n',
      [0x1b, 0x7e],
      [0x1d, 0x28, 0x6b, 1, 0, 49],
      [0x1d, 0x56, 0],
    )
    const { code, out, said } = await call('tokens', await fileOf('sale.bin', bytes))
    expect([code, said]).toEqual([0, []])
    expect(JSON.parse(out)).toEqual([
      { offset: 0, length: 2, type: 'ESC @' },
      { offset: 2, length: 4, type: 'text' },
      { offset: 6, length: 1, type: 'control' },
      { offset: 7, length: 1, type: 'control' },
      { offset: 8, length: 2, type: 'unknown' },
      { offset: 10, length: 6, type: 'GS ( k' },
      { offset: 16, length: 3, type: 'GS V' },
    ])
  })

  it('tells that the last command was cut off', async () => {
    const file = await fileOf('cut-off.bin', printerBytes('A', [0x1d, 0x38, 0x4c, 9, 0, 0, 0, 1]))
    expect(JSON.parse((await call('tokens', file)).out)).toEqual([
      { offset: 0, length: 1, type: 'text' },
      { offset: 1, length: 8, type: 'GS 8 L', truncated: true },
    ])
  })

  it('lists a long run of text as one', async () => {
    const file = await fileOf('long.bin', printerBytes('1'.repeat(300_000), '\n'))
    expect(JSON.parse((await call('tokens', file)).out)).toEqual([
      { offset: 0, length: 300_000, type: 'text' },
      { offset: 300_000, length: 1, type: 'control' },
    ])
  })

  it('lists nothing of an empty file', async () => {
    expect(JSON.parse((await call('tokens', await fileOf('empty.bin', new Uint8Array()))).out)).toEqual([])
  })

  it('writes JSON to standard output as a program of its own', async () => {
    const file = await fileOf('program.bin', printerBytes([0x1b, 0x40], '가\n'.repeat(50_000)))
    const { stdout, stderr } = await run(process.execPath, [entry, 'tokens', file], {
      maxBuffer: 64 * 1024 * 1024,
    })
    const tokens: unknown = JSON.parse(stdout)
    expect(tokens).toHaveLength(100_001)
    expect(stderr).toBe('')
  })
})

describe('a wrong call', () => {
  it.each([
    [2, /usage/, []],
    [2, /unknown command: melt/, ['melt']],
    [2, /unknown command: constructor/, ['constructor']],
    [2, /file is missing/, ['tokens']],
    [2, /one file only/, ['tokens', 'a', 'b']],
    [2, /--wide/, ['tokens', '--wide', 'a']],
    [1, /no such file: .*nowhere/, ['tokens', '/nowhere/to/be/found']],
    [1, /is a folder/, ['tokens', os.tmpdir()]],
  ])('answers %i and one sentence like %s to %j', async (expected, sentence, args) => {
    const { code, out, said } = await call(...args)
    expect([code, out, said.length]).toEqual([expected, '', 1])
    expect(said[0]).toMatch(sentence)
  })

  it('ends the program with that code, and nothing on standard output', async () => {
    await expect(run(process.execPath, [entry, 'tokens', '/nowhere/to/be/found'])).rejects.toMatchObject({
      code: 1,
      stdout: '',
    })
  })
})

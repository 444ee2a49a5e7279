import { rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { describe, expect, it } from 'vitest'
import { main } from '#backend/cli/main.ts'
import { copyLedger } from '#backend/platform/ledger.ts'
import { addCustomer, customerNames, type Lab, ledgerLab, passphrase } from '../../helpers/ledger-lab.ts'

/** Runs the command line with what is typed at it; answers what came out. */
const run = async (
  args: readonly string[],
  typed = '',
): Promise<{ exit: number; out: string; said: string[] }> => {
  let out = ''
  const said: string[] = []
  const exit = await main(['recover', ...args], {
    stdin: Readable.from([typed]),
    out: (text) => {
      out += text
      return Promise.resolve()
    },
    say: (message) => said.push(message),
  })
  return { exit, out, said }
}

const deletedShop = async (): Promise<Lab & { copy: string }> => {
  const lab = await ledgerLab()
  const copy = join(lab.folder, 'copy.dangol')
  lab.ledger.unit.write((tx) => addCustomer(tx, 1, '하나'))
  copyLedger(lab.ledger, copy, 1)
  lab.ledger.unit.write((tx) => addCustomer(tx, 2, '둘'))
  lab.dispose()
  rmSync(lab.path)
  return Object.assign(lab, { copy })
}

describe('cli recover', () => {
  it('rebuilds with the passphrase from a file', async () => {
    const lab = await deletedShop()
    const keyFile = join(lab.folder, 'passphrase.txt')
    writeFileSync(keyFile, `${passphrase}\n`)
    const { exit, out, said } = await run(['--ledger', lab.path, '--from', lab.copy, '--key-file', keyFile])
    expect({ exit, said }).toEqual({ exit: 0, said: [] })
    expect(JSON.parse(out)).toEqual({
      commits: 1,
      customers: 2,
      receipts: 0,
      points: 0,
      setAside: null,
      complete: true,
      notApplied: 0,
    })
    expect(customerNames(await lab.reopen())).toEqual(['하나', '둘'])
  })

  it('takes passphrase or recovery code from standard input, and does without a copy', async () => {
    const lab = await deletedShop()
    expect(await run(['--ledger', lab.path, '--from', lab.copy], passphrase)).toMatchObject({ exit: 0 })
    const { exit, out } = await run(['--ledger', lab.path, '--from-journal'], `${lab.recoveryCode}\r\n`)
    expect(exit).toBe(0)
    expect(JSON.parse(out)).toMatchObject({ commits: 3, customers: 2, setAside: `${lab.path}.damaged-1` })
  })

  it.each<[string, (lab: Lab & { copy: string }) => string[], string, number, string]>([
    [
      'a wrong passphrase',
      (lab) => ['--ledger', lab.path, '--from', lab.copy],
      'not this one',
      1,
      'ledger.wrong-passphrase',
    ],
    ['no passphrase', (lab) => ['--ledger', lab.path, '--from', lab.copy], '', 2, '--key-file'],
    [
      'a copy that is not there',
      (lab) => ['--ledger', lab.path, '--from', `${lab.copy}x`],
      passphrase,
      1,
      'ledger.copy-missing',
    ],
    [
      'a key file that is not there',
      (lab) => ['--ledger', lab.path, '--from', lab.copy, '--key-file', `${lab.path}.none`],
      '',
      1,
      'no such file',
    ],
    ['no ledger named', (lab) => ['--from', lab.copy], passphrase, 2, 'recover --ledger'],
    ['neither copy nor journal', (lab) => ['--ledger', lab.path], passphrase, 2, 'recover --ledger'],
    [
      'an option that it does not know',
      (lab) => ['--ledger', lab.path, '--passphrase', 'x'],
      passphrase,
      2,
      '--passphrase',
    ],
  ])('tells %s in one line and makes nothing', async (_, args, typed, exit, words) => {
    const lab = await deletedShop()
    const done = await run(args(lab), typed)
    expect(done).toMatchObject({ exit, out: '' })
    expect(done.said.join('\n')).toContain(words)
    expect(done.said).toHaveLength(1)
    await expect(lab.reopen()).rejects.toEqual(expect.objectContaining({ code: 'ledger.missing' }))
  })
})

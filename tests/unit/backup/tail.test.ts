import { cpSync, existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { systemIo } from '#backend/platform/files/io.ts'
import { manifestPath, parseManifest } from '#backend/platform/ledger/copy-manifest.ts'
import { type Ledger, openLedger, type Recovered, recoverLedger } from '#backend/platform/ledger.ts'
import { forgetTemplate } from '../../helpers/fresh-ledger.ts'
import { addCustomer, customerNames, temporaryFolder } from '../../helpers/ledger-lab.ts'
import { pathOf, rot } from './backup-lab.ts'
import { type BareBackup, bareBackup, once } from './bare-backup.ts'

forgetTemplate()

const tailOf = (copy: string) => parseManifest(readFileSync(manifestPath(copy), 'utf8'))?.tail ?? null

/** One copy, with a customer and a paper that came while it was read back. */
const copied = async (): Promise<BareBackup & { readonly target: string; readonly copy: string }> => {
  const bare = await bareBackup()
  const target = temporaryFolder()
  bare.joins('까치발')
  once(bare, 'check', () => {
    bare.joins('두루미')
    bare.unread = bare.captures('아직 읽지 않은 종이')
  })
  const { id } = await bare.backup.run(target)
  return { ...bare, target, copy: pathOf(target, id) }
}

const restored = async (path: string, from: string, dataKey: Buffer): Promise<[Recovered, Ledger]> => {
  const done = await recoverLedger({ path, from, key: { dataKey } })
  return [done, await openLedger({ path, key: { dataKey } })]
}

const papersIn = (ledger: Ledger): string[] =>
  [...ledger.captures(0)].map(({ bytes }) => Buffer.from(bytes).toString())

describe('the end of the journal that goes with a copy', () => {
  it('holds what was acknowledged while the copy was made: on an empty PC all of it is there', async () => {
    const { copy, dataKey } = await copied()
    const path = join(temporaryFolder(), 'shop.dangol')
    const [done, ledger] = await restored(path, copy, dataKey)
    expect(done).toMatchObject({ customers: 2, commits: 1, stoppedAt: null, setAside: null })
    expect(customerNames(ledger)).toEqual(['까치발', '두루미'])
    expect(papersIn(ledger)).toEqual(['아직 읽지 않은 종이'])
    ledger.unit.write((tx) => addCustomer(tx, ledger.ids.next(1), '뻐꾸기'))
    ledger.close()
    const again = await openLedger({ path, key: { dataKey } })
    expect(customerNames(again)).toHaveLength(3)
    again.close()
    expect(existsSync(`${path}.tail`)).toBe(false)
    expect(readdirSync(`${path}.journal`)).toContain('keys.json')
  })

  it('is left out where nothing came', async () => {
    const bare = await bareBackup()
    const target = temporaryFolder()
    const { id } = await bare.backup.run(target)
    expect(tailOf(pathOf(target, id))).toBeNull()
    expect(existsSync(`${pathOf(target, id)}.tail`)).toBe(false)
  })

  it('is short, however long the journal is', async () => {
    const bare = await bareBackup()
    const target = temporaryFolder()
    for (let n = 0; n < 8; n += 1) bare.captures('x'.repeat(64 * 1024))
    once(bare, 'check', () => bare.joins('두루미'))
    const { id } = await bare.backup.run(target)
    const copy = pathOf(target, id)
    expect(tailOf(copy)?.bytes).toBeLessThan(16 * 1024)
    const [, ledger] = await restored(join(temporaryFolder(), 'shop.dangol'), copy, bare.dataKey)
    expect(customerNames(ledger)).toEqual(['두루미'])
    ledger.close()
  })

  it('is read before the journal that is here, and what came here since is applied after it', async () => {
    const shop = await copied()
    shop.joins('뻐꾸기')
    const { path } = shop.ledger
    shop.ledger.close()
    const { copy, dataKey } = shop
    const [done, again] = await restored(path, copy, dataKey)
    expect(done).toMatchObject({ customers: 3, stoppedAt: null, setAside: `${path}.damaged-1` })
    expect(customerNames(again)).toEqual(['까치발', '두루미', '뻐꾸기'])
    expect(papersIn(again)).toEqual(['아직 읽지 않은 종이'])
    again.close()
  })

  it('mends the journal that is here where that cannot be read', async () => {
    const { copy, dataKey, ledger } = await copied()
    const { path } = ledger
    ledger.close()
    const segment = join(`${path}.journal`, '000001.seg')
    const bytes = readFileSync(segment)
    const last = bytes.lastIndexOf('DgJ1', bytes.lastIndexOf('DgJ1') - 1)
    writeFileSync(segment, bytes.fill(7, last + 30, last + 34))
    const [done, again] = await restored(path, copy, dataKey)
    expect(done).toMatchObject({ customers: 2, stoppedAt: null })
    again.close()
  })

  it('takes the place of the journal of a PC that stayed behind, which goes aside with its ledger', async () => {
    const bare = await bareBackup()
    const old = join(temporaryFolder(), 'old')
    bare.joins('까치발')
    cpSync(bare.folder, old, { recursive: true })
    bare.joins('두루미')
    const target = temporaryFolder()
    once(bare, 'check', () => bare.joins('뻐꾸기'))
    const { id } = await bare.backup.run(target)
    const path = join(old, 'shop.dangol')
    const [done, ledger] = await restored(path, pathOf(target, id), bare.dataKey)
    expect(done.setAside).toBe(`${path}.damaged-1`)
    expect(customerNames(ledger)).toEqual(['까치발', '두루미', '뻐꾸기'])
    expect(existsSync(`${path}.damaged-1.journal`)).toBe(true)
    ledger.close()
  })

  it('is never mixed with what another PC went on to write by itself', async () => {
    const bare = await bareBackup()
    const old = join(temporaryFolder(), 'old')
    bare.joins('까치발')
    cpSync(bare.folder, old, { recursive: true })
    const target = temporaryFolder()
    once(bare, 'check', () => bare.joins('두루미'))
    const { id } = await bare.backup.run(target)
    const path = join(old, 'shop.dangol')
    const forked = await openLedger({ path, key: { dataKey: bare.dataKey } })
    for (const name of ['갈매기', '왜가리', '두견이', '종다리'])
      forked.unit.write((tx) => addCustomer(tx, forked.ids.next(1), name))
    forked.close()
    const [done, ledger] = await restored(path, pathOf(target, id), bare.dataKey)
    expect(done).toMatchObject({ customers: 2, stoppedAt: null })
    expect(customerNames(ledger)).toEqual(['까치발', '두루미'])
    ledger.close()
    const aside = await openLedger({ path: done.setAside ?? '', key: { dataKey: bare.dataKey } }).catch(
      (error: unknown) => error,
    )
    expect(aside).toMatchObject({ code: 'ledger.key-file-missing' })
    expect(readdirSync(`${done.setAside}.journal`)).toContain('000001.seg')
  })

  it('leaves everything as it was where the restoring fails', async () => {
    const bare = await bareBackup()
    const old = join(temporaryFolder(), 'old')
    bare.joins('까치발')
    cpSync(bare.folder, old, { recursive: true })
    const target = temporaryFolder()
    once(bare, 'check', () => bare.joins('두루미'))
    const { id } = await bare.backup.run(target)
    const path = join(old, 'shop.dangol')
    const names = () =>
      readdirSync(old, { recursive: true })
        .map(String)
        .filter((name) => !name.endsWith('.lock'))
        .sort()
    const before = names()
    const io = {
      ...systemIo,
      rename(from: string, to: string) {
        if (from.endsWith('.rebuilding'))
          throw Object.assign(new Error('no'), { code: 'EIO', syscall: 'rename' })
        systemIo.rename(from, to)
      },
    }
    const key = { dataKey: bare.dataKey }
    await expect(recoverLedger({ path, from: pathOf(target, id), key, io })).rejects.toMatchObject({
      code: 'ledger.io',
    })
    expect(names()).toEqual(before)
    const ledger = await openLedger({ path, key })
    expect(customerNames(ledger)).toEqual(['까치발'])
    ledger.close()
  })

  it('that rotted or is gone makes the copy rotten', async () => {
    const { copy, target, backup, dataKey } = await copied()
    const whole = readFileSync(`${copy}.tail`)
    rot(`${copy}.tail`)
    const [found] = await backup.copies(target)
    expect(await backup.verify(target, found?.id ?? '')).toMatchObject({ state: 'rotten' })
    const path = join(temporaryFolder(), 'shop.dangol')
    await expect(recoverLedger({ path, from: copy, key: { dataKey } })).rejects.toMatchObject({
      code: 'ledger.copy-damaged',
      params: { reason: 'tail' },
    })
    writeFileSync(`${copy}.tail`, whole)
    expect(await backup.verify(target, found?.id ?? '')).toMatchObject({ state: 'proven' })
    rmSync(`${copy}.tail`)
    expect(await backup.copies(target)).toMatchObject([{ state: 'rotten' }])
  })
})

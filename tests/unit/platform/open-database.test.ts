import { randomBytes } from 'node:crypto'
import { mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'
import { type Connection, type OpenOptions, openDatabase } from '#backend/platform/db/open.ts'
import { lockFile } from '#backend/platform/files/lock.ts'
import { createLedger } from '#backend/platform/ledger.ts'
import { filesBelow, ledgerLab, passphrase, temporaryFolder } from '../../helpers/ledger-lab.ts'

const code = (expected: string) => expect.objectContaining({ code: expected })
const key = randomBytes(32)

const opened = (path: string, mode: OpenOptions['mode'], withKey: Uint8Array = key): Connection => {
  const db = openDatabase(path, { key: withKey, mode })
  onTestFinished(() => {
    db.close()
  })
  return db
}

describe('openDatabase', () => {
  it('syncs every commit on every connection, also on a reopened WAL ledger', () => {
    const path = join(temporaryFolder(), 'x.dangol')
    for (const mode of ['create', 'write', 'read', 'write'] as const) {
      const db = opened(path, mode)
      const settings = ['journal_mode', 'synchronous', 'foreign_keys', 'secure_delete', 'temp_store'].map(
        (name) => db.pragma(name, { simple: true }),
      )
      expect(settings).toEqual(['wal', 2, 1, 1, 2])
    }
  })

  it('writes nothing that can be told from noise, not even its first bytes', () => {
    const folder = temporaryFolder()
    const db = opened(join(folder, 'x.dangol'), 'create')
    db.exec("CREATE TABLE t (a TEXT) STRICT; INSERT INTO t VALUES ('카나리아')")
    const tellTales = ['SQLite format 3', '카나리아', 'CREATE TABLE']
    const told = filesBelow(folder).flatMap(({ path, bytes }) =>
      tellTales.filter((text) => bytes.includes(Buffer.from(text))).map((text) => `${text} in ${path}`),
    )
    expect(told).toEqual([])
  })

  it('refuses another key, a key that is none, and to write through a reading connection', () => {
    const path = join(temporaryFolder(), 'x.dangol')
    opened(path, 'create').exec('CREATE TABLE t (a) ')
    expect(() => opened(path, 'write', randomBytes(32))).toThrow(code('ledger.damaged'))
    expect(() => opened(path, 'read', randomBytes(16))).toThrow('32 bytes')
    expect(() => opened(path, 'read').exec('INSERT INTO t VALUES (1)')).toThrow('readonly')
    expect(() => opened(path, 'create')).toThrow(code('ledger.exists'))
  })

  it('is not fooled by an empty file or a folder', () => {
    const folder = temporaryFolder()
    writeFileSync(join(folder, 'empty'), '')
    mkdirSync(join(folder, 'folder'))
    expect(() => opened(join(folder, 'empty'), 'write')).toThrow(code('ledger.empty-file'))
    expect(() => opened(join(folder, 'none'), 'write')).toThrow(code('ledger.none'))
    expect(() => opened(join(folder, 'folder'), 'write')).toThrow(code('ledger.io'))
    expect(statSync(join(folder, 'empty')).size).toBe(0)
  })
})

describe('files of a ledger', () => {
  it.skipIf(process.platform === 'win32')('can be read by their owner only', async () => {
    const lab = await ledgerLab()
    lab.ledger.journal.appendCapture({ sourceId: 'pos-1', at: 1, encoding: 'cp949', bytes: Buffer.from('x') })
    const open = filesBelow(lab.folder).filter(
      ({ path, bytes }) => bytes.length > 0 && (statSync(path).mode & 0o077) > 0,
    )
    expect(open.map(({ path }) => path)).toEqual([])
  })

  it('that are in the way are told, and not written over', async () => {
    const folder = temporaryFolder()
    const path = join(folder, 'x.dangol')
    writeFileSync(
      `${path}.lock`,
      'somebody else’s notes, longer than a page of a database would be'.repeat(20),
    )
    await expect(createLedger({ path, passphrase, shopName: '가게' })).rejects.toEqual(code('ledger.io'))
    expect(readFileSync(`${path}.lock`, 'utf8')).toContain('notes')
    writeFileSync(join(folder, 'file'), '')
    const inside = join(folder, 'file', 'x.dangol')
    await expect(createLedger({ path: inside, passphrase, shopName: '가게' })).rejects.toEqual(
      code('ledger.io'),
    )
  })
})

describe('lockFile', () => {
  it('is held once, and free again when released, however often', () => {
    const path = join(temporaryFolder(), 'x.lock')
    const lock = lockFile(path)
    expect(() => lockFile(path)).toThrow(code('ledger.in-use'))
    lock.release()
    lock.release()
    lockFile(path).release()
  })
})

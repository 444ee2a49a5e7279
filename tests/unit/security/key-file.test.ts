import { existsSync, truncateSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { isDeepStrictEqual } from 'node:util'
import { beforeAll, describe, expect, it } from 'vitest'
import { systemIo } from '#backend/platform/files/io.ts'
import { readKeyFile, writeKeyFile } from '#backend/security/key-file.port.ts'
import { type KeyFile, parseKeyFile, printKeyFile, signKeyFile } from '#backend/security/key-file.ts'
import type { Keychain } from '#backend/security/keychain.ts'
import {
  type NewKeys,
  newKeys,
  openKeys,
  withKeychain,
  withNewRecoveryCode,
  withPassphrase,
  withRecoveryConfirmed,
} from '#backend/security/keys.service.ts'
import { isDangolError } from '#shared/errors.ts'
import { passphrase, temporaryFolder } from '../../helpers/ledger-lab.ts'

let keys: NewKeys
let others: NewKeys

beforeAll(async () => {
  keys = await newKeys(passphrase, 1_795_000_000_000)
  others = await newKeys(passphrase, 1_795_000_000_000)
})

const code = (expected: string) => expect.objectContaining({ code: expected })

/** As somebody without the data key could write it: everything consistent except the MAC. */
const forged = (change: Partial<KeyFile>): KeyFile => ({
  ...signKeyFile({ ...keys.file, ...change }, new Uint8Array(32)),
  mac: keys.file.mac,
})

describe('keys', () => {
  it('open with the passphrase, with the recovery code and with the data key', async () => {
    for (const key of [
      { passphrase },
      { recoveryCode: keys.recoveryCode.toLowerCase() },
      { dataKey: keys.dataKey },
    ]) {
      const opened = await openKeys(keys.file, key)
      expect(opened.dataKey.equals(keys.dataKey)).toBe(true)
      expect(opened.journalPrivateKey.equals(keys.journalPrivateKey)).toBe(true)
    }
  })

  it('open with the same passphrase whether its Hangul came composed or in parts', async () => {
    const opened = await openKeys(keys.file, { passphrase: passphrase.normalize('NFD') })
    expect(opened.dataKey.equals(keys.dataKey)).toBe(true)
  })

  it('open with spaces that came along at the ends, and are made without them', async () => {
    for (const typed of [` ${passphrase}`, `${passphrase}\n`, `\u3000${passphrase} `])
      expect((await openKeys(keys.file, { passphrase: typed })).dataKey.equals(keys.dataKey)).toBe(true)
    const { dataKey } = keys
    const file = await withPassphrase(keys.file, dataKey, '  앞뒤가 빈 긴 암호 ')
    expect((await openKeys(file, { passphrase: '앞뒤가 빈 긴 암호' })).dataKey.equals(dataKey)).toBe(true)
    for (const wrong of ['앞뒤가빈긴암호', '앞뒤가 빈  긴 암호', ' '])
      await expect(openKeys(file, { passphrase: wrong })).rejects.toThrow(code('ledger.wrong-passphrase'))
    await expect(withPassphrase(file, dataKey, '일곱글자다 가     ')).rejects.toThrow(
      code('ledger.weak-passphrase'),
    )
  })

  it('keep none of their secrets in the file', () => {
    const text = printKeyFile(keys.file)
    for (const secret of [keys.dataKey, keys.journalPrivateKey]) {
      expect(text).not.toContain(secret.toString('base64'))
      expect(text).not.toContain(secret.toString('hex'))
    }
    expect(text).not.toContain(passphrase)
    expect(text.replaceAll('-', '')).not.toContain(keys.recoveryCode.replaceAll('-', ''))
  })

  it('refuse a wrong passphrase and a wrong recovery code in words of their own', async () => {
    await expect(openKeys(keys.file, { passphrase: `${passphrase}.` })).rejects.toEqual(
      code('ledger.wrong-passphrase'),
    )
    await expect(openKeys(keys.file, { passphrase: '' })).rejects.toEqual(code('ledger.wrong-passphrase'))
    await expect(openKeys(keys.file, { recoveryCode: others.recoveryCode })).rejects.toEqual(
      code('ledger.wrong-recovery-code'),
    )
    await expect(openKeys(keys.file, { recoveryCode: 'nonsense' })).rejects.toEqual(
      code('ledger.wrong-recovery-code'),
    )
  })

  it.each(['', '1234567', 'aaaaaaaaaaaa', '        '])(
    'are not made with the weak passphrase %j',
    async (weak) => {
      await expect(newKeys(weak, 1)).rejects.toEqual(code('ledger.weak-passphrase'))
      await expect(withPassphrase(keys.file, keys.dataKey, weak)).rejects.toEqual(
        code('ledger.weak-passphrase'),
      )
    },
  )

  it('change the passphrase: the old one opens nothing any more, the recovery code still does', async () => {
    const changed = await withPassphrase(keys.file, keys.dataKey, '새로운 암호 2026')
    await expect(openKeys(changed, { passphrase })).rejects.toEqual(code('ledger.wrong-passphrase'))
    await expect(openKeys(changed, { passphrase: '새로운 암호 2026' })).resolves.toBeDefined()
    await expect(openKeys(changed, { recoveryCode: keys.recoveryCode })).resolves.toBeDefined()
  })

  it('get a new recovery code, to be confirmed anew', async () => {
    const confirmed = await withRecoveryConfirmed(keys.file, keys.dataKey, keys.recoveryCode)
    expect(confirmed.recoveryConfirmed).toBe(true)
    const renewed = await withNewRecoveryCode(confirmed, keys.dataKey)
    expect(renewed.file.recoveryConfirmed).toBe(false)
    await expect(openKeys(renewed.file, { recoveryCode: keys.recoveryCode })).rejects.toEqual(
      code('ledger.wrong-recovery-code'),
    )
    await expect(openKeys(renewed.file, { recoveryCode: renewed.recoveryCode })).resolves.toBeDefined()
  })

  it('are not confirmed by another code', async () => {
    await expect(withRecoveryConfirmed(keys.file, keys.dataKey, others.recoveryCode)).rejects.toEqual(
      code('ledger.wrong-recovery-code'),
    )
  })
})

const mask = (bytes: Uint8Array): Uint8Array => Uint8Array.from(bytes, (byte) => byte ^ 0xa5)

describe('keychain', () => {
  const keychain: Keychain = {
    protect: (secret) => Promise.resolve(mask(secret)),
    unprotect: (box) => Promise.resolve(mask(box)),
  }
  const away: Keychain = {
    protect: () => Promise.resolve(null),
    unprotect: () => Promise.reject(new Error('no keyring daemon')),
  }

  it('opens the ledger by itself, and losing it locks nobody out', async () => {
    const file = await withKeychain(keys.file, keys.dataKey, keychain)
    const opened = await openKeys(file, { keychain })
    expect(opened.dataKey.equals(keys.dataKey)).toBe(true)
    await expect(openKeys(file, { keychain: away })).rejects.toEqual(code('ledger.keychain-away'))
    await expect(openKeys(file, { passphrase })).resolves.toBeDefined()
    const without = await withKeychain(file, keys.dataKey, null)
    await expect(openKeys(without, { keychain })).rejects.toEqual(code('ledger.keychain-away'))
  })

  it('that refuses to protect is told, and nothing is written in its place', async () => {
    await expect(withKeychain(keys.file, keys.dataKey, away)).rejects.toEqual(code('ledger.keychain-away'))
  })

  it('does not open one ledger with what another put there', async () => {
    const other = await withKeychain(others.file, others.dataKey, keychain)
    const file = signKeyFile({ ...keys.file, keychain: other.keychain }, keys.dataKey)
    await expect(openKeys(file, { keychain })).rejects.toEqual(code('ledger.keychain-away'))
  })
})

describe('a weakened key file', () => {
  it.each([
    ['memory', { memoryKiB: 8 }],
    ['passes', { passes: 1 }],
    ['lanes', { lanes: 1 }],
    ['memory beyond reason', { memoryKiB: 2 ** 31 }],
  ])('with another cost (%s) is refused before anything is computed', async (_, cost) => {
    for (const kind of ['passphrase', 'recovery'] as const) {
      const wrap = keys.file[kind]
      const file = forged({ [kind]: { ...wrap, stretching: { ...wrap.stretching, ...cost } } })
      const key = kind === 'passphrase' ? { passphrase } : { recoveryCode: keys.recoveryCode }
      await expect(openKeys(parseKeyFile(printKeyFile(file)), key)).rejects.toEqual(
        code('ledger.key-file-weakened'),
      )
    }
  })

  it('with a wrap moved from one place to the other is refused', async () => {
    const file = forged({ passphrase: keys.file.recovery })
    await expect(openKeys(file, { passphrase })).rejects.toEqual(code('ledger.wrong-passphrase'))
    const slipped = forged({ recovery: others.file.recovery })
    await expect(openKeys(slipped, { passphrase })).rejects.toEqual(code('ledger.key-file-weakened'))
  })

  it.each<[string, () => Partial<KeyFile>]>([
    ['the journal sealed to another key', () => ({ journalPublicKey: others.file.journalPublicKey })],
    ['another private key', () => ({ journalPrivateKey: others.file.journalPrivateKey })],
    ['a keychain entry put in', () => ({ keychain: Buffer.from('plain').toString('base64') })],
    ['the recovery code marked as confirmed', () => ({ recoveryConfirmed: true })],
    ['another day of making', () => ({ createdAt: 1 })],
  ])('with %s is refused', async (_, change) => {
    const error = await openKeys(forged(change()), { recoveryCode: keys.recoveryCode }).catch(
      (thrown) => thrown,
    )
    expect(['ledger.key-file-weakened', 'ledger.wrong-recovery-code']).toContain(error.code)
    const byDataKey = await openKeys(forged(change()), { dataKey: keys.dataKey }).catch((thrown) => thrown)
    expect(byDataKey.code).toBe('ledger.key-file-weakened')
  })
})

describe('key file on disk', () => {
  it('is told when it is missing, empty, cut, a folder, another program’s, or from a later version', () => {
    const folder = temporaryFolder()
    const path = join(folder, 'shop.dangol.keys')
    expect(() => readKeyFile(path)).toThrow(code('ledger.key-file-missing'))
    expect(() => readKeyFile(folder)).toThrow(code('ledger.key-file-damaged'))
    writeKeyFile(path, keys.file)
    expect(readKeyFile(path)).toEqual(keys.file)
    truncateSync(path, 200)
    expect(() => readKeyFile(path)).toThrow(code('ledger.key-file-damaged'))
    truncateSync(path, 0)
    expect(() => readKeyFile(path)).toThrow(code('ledger.key-file-damaged'))
    writeFileSync(path, '{"format":"something else"}')
    expect(() => readKeyFile(path)).toThrow(code('ledger.key-file-damaged'))
    writeFileSync(path, JSON.stringify({ ...keys.file, version: 2 }))
    expect(() => readKeyFile(path)).toThrow(code('ledger.newer-version'))
  })

  it('tells every flipped bit', () => {
    const path = join(temporaryFolder(), 'shop.dangol.keys')
    const whole = Buffer.from(printKeyFile(keys.file))
    // What is not noticed must be nothing but a blank, or the MAC, which is checked with the key.
    const unnoticed = Array.from(whole.keys()).filter((place) => {
      const flipped = Buffer.from(whole)
      flipped[place] = (flipped[place] ?? 0) ^ (1 << (place % 7))
      writeFileSync(path, flipped)
      try {
        return !isDeepStrictEqual({ ...readKeyFile(path), mac: '' }, { ...keys.file, mac: '' })
      } catch (error) {
        return !isDangolError(error)
      }
    })
    expect(unnoticed).toEqual([])
  })

  it('stays as it was when the disk is full while it is replaced', () => {
    const path = join(temporaryFolder(), 'shop.dangol.keys')
    writeKeyFile(path, keys.file)
    const full = {
      ...systemIo,
      fsync: () => {
        throw Object.assign(new Error('ENOSPC'), { code: 'ENOSPC', syscall: 'fsync' })
      },
    }
    expect(() => writeKeyFile(path, others.file, full)).toThrow(code('ledger.disk-full'))
    expect(readKeyFile(path)).toEqual(keys.file)
    expect(existsSync(`${path}.new`)).toBe(false)
  })
})

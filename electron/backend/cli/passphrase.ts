import { readFile } from 'node:fs/promises'
import { text } from 'node:stream/consumers'
import type { LedgerKey } from '#backend/security/keys.service.ts'
import { normalRecoveryCode } from '#backend/security/recovery-code.ts'
import { UsageError } from './failure.ts'
import type { Io } from './io.ts'

/**
 * The passphrase from a file, or from standard input when no file is named; never from an argument, which
 * every other program on the PC could see. One line feed at its end does not belong to it.
 * @throws UsageError when there is nothing.
 */
export const readPassphrase = async (keyFile: string | undefined, io: Io): Promise<string> => {
  const whole = keyFile === undefined ? await text(io.stdin) : await readFile(keyFile, 'utf8')
  const passphrase = whole.replace(/^\uFEFF/, '').replace(/\r?\n$/, '')
  if (passphrase === '')
    throw new UsageError(
      '암호를 파일(--key-file)이나 표준 입력으로 주세요 · give the passphrase by --key-file or standard input',
    )
  return passphrase
}

/** What a person put there: the recovery code where it is one, otherwise the passphrase. */
export const readLedgerKey = async (keyFile: string | undefined, io: Io): Promise<LedgerKey> => {
  const secret = await readPassphrase(keyFile, io)
  return normalRecoveryCode(secret) === null ? { passphrase: secret } : { recoveryCode: secret }
}

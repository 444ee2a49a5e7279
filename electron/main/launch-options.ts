import { resolve } from 'node:path'

export interface LaunchOptions {
  /** Where everything of this run lives, instead of the system's usual folder; null for the usual one. */
  readonly userData: string | null
}

/**
 * `--data=FOLDER`, or the environment's `DANGOL_DATA`, moves the app's whole folder (ledger, browser data, lock):
 * for tests, and for a second ledger on one PC. The switch wins.
 */
export const launchOptions = (
  argv: readonly string[],
  env: Readonly<Record<string, string | undefined>>,
): LaunchOptions => {
  const given = argv.findLast((word) => word.startsWith('--data='))?.slice('--data='.length)
  const folder = given || env['DANGOL_DATA']
  return { userData: folder ? resolve(folder) : null }
}

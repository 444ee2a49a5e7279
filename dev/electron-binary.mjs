import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

/**
 * The full path of Electron's own binary under `root`, or null where it was not installed.
 * `require('electron')` would tell the same, but tries to download it first.
 * @param {string} root
 * @returns {string | null}
 */
export const findElectron = (root) => {
  const folder = join(root, 'node_modules', 'electron')
  try {
    const path = join(folder, 'dist', readFileSync(join(folder, 'path.txt'), 'utf8').trim())
    return existsSync(path) ? path : null
  } catch {
    return null
  }
}

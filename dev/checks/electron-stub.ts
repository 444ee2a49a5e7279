import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/** What stands before the fuses in Electron's binary (`@electron/fuses`). */
export const fuseSentinel = 'dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX'
/** As they stand in a binary that nobody has set: nine of version 1. */
const factoryFuses = '100000100'

/**
 * A folder that looks like an unpacked Electron to electron-builder, so that a package can be made and looked at where
 * the real binary cannot be had. What would run in it is not Electron; what would be packed is real.
 */
export const writeElectronStub = (folder: string, version: string): void => {
  mkdirSync(join(folder, 'locales'), { recursive: true })
  mkdirSync(join(folder, 'resources'))
  const fuses = Buffer.concat([
    Buffer.from(fuseSentinel),
    Buffer.from([1, factoryFuses.length]),
    Buffer.from(factoryFuses),
  ])
  writeFileSync(join(folder, 'electron'), Buffer.concat([Buffer.from('\x7fELF'), fuses, Buffer.alloc(64)]), {
    mode: 0o755,
  })
  writeFileSync(join(folder, 'version'), version)
  for (const licence of ['LICENSE', 'LICENSES.chromium.html']) writeFileSync(join(folder, licence), 'licence')
  for (const language of ['ko', 'en-US', 'de'])
    writeFileSync(join(folder, 'locales', `${language}.pak`), 'words')
}

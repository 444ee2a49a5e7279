import { constants } from 'node:fs'
import { open, rename, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { DangolError } from '#shared/errors.ts'
import { jobTitle, type Spooler, type SpoolJob } from './spooler.ts'

/**
 * A printer that Windows shares (`\\HOST\SHARE`): what is copied there is printed as it is. A folder works too, for
 * programs that print what is put into one, and so does a device's file. Nothing comes back from either.
 */
export const shareSpooler = (share: string, now: () => number): Spooler => {
  let jobs = 0
  const found = () => stat(share).catch(() => null)
  return {
    async problem() {
      // Windows cannot be asked about a shared printer by its path; copying says whether it is there.
      if (isPrinterShare(share) || (await found()) !== null) return null
      throw new DangolError('printer.away', { place: share })
    },
    async submit(bytes) {
      if (isPrinterShare(share)) {
        // As `copy /b FILE \\HOST\SHARE` opens it.
        await writeWhole(share, 'w', bytes)
        return printed
      }
      if ((await found())?.isDirectory() !== true) {
        // A device such as `/dev/usb/lp0`: written to, never made.
        await writeWhole(share, constants.O_WRONLY, bytes)
        return printed
      }
      jobs += 1
      const name = join(share, `${jobTitle}-${now()}-${jobs}.prn`)
      // Under its name only when it is whole, so that nobody prints half of it.
      await writeWhole(`${name}.part`, 'wx', bytes)
      await rename(`${name}.part`, name).catch(async (error: unknown) => {
        await rm(`${name}.part`, { force: true })
        throw error
      })
      return printed
    },
  }
}

export const isPrinterShare = (path: string): boolean => /^\\\\[^\\/]+\\[^\\/]+$/.test(path)

const printed: SpoolJob = { state: async () => 'printed' }

const writeWhole = async (path: string, flags: string | number, bytes: Uint8Array): Promise<void> => {
  const file = await open(path, flags)
  try {
    await file.writeFile(bytes)
  } finally {
    await file.close()
  }
}

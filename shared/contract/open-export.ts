import { z } from 'zod'
import { method } from './method.ts'
import { nothing } from './values.ts'

export const openExportProgress = z.strictObject({
  running: z.boolean(),
  /** 0 to 1. */
  part: z.number().min(0).max(1),
  secondsLeft: z.number().int().nonnegative().nullable(),
})

export const openExportMethods = {
  /**
   * Every table as CSV, a workbook and a page that explains them, into a folder or a ZIP on `target`. A password of
   * eight characters or more encrypts the ZIP (AES-256); an empty one does not. Resolves when all is on the disk.
   */
  'openExport.run': method(
    'unlocked',
    z
      .strictObject({
        target: z
          .string()
          .trim()
          .min(1)
          .max(400)
          .refine((text) => !text.includes('\0')),
        zip: z.boolean(),
        password: z.string().max(200),
      })
      .refine(({ zip, password }) => password === '' || (zip && password.length >= 8)),
    z.strictObject({ path: z.string(), people: z.number().int(), files: z.number().int() }),
  ),
  'openExport.progress': method('unlocked', nothing, openExportProgress),
  'openExport.cancel': method('unlocked', nothing, nothing),
}

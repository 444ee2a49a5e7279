import { z } from 'zod'
import { diskRoom } from './app.ts'
import { method } from './method.ts'
import { epochMs, nothing, passphrase } from './values.ts'

const path = z
  .string()
  .trim()
  .min(1)
  .max(400)
  .refine((text) => !text.includes('\0'))
const bytes = z.number().int().nonnegative()

/** A place that copies can be put on: the chosen folder, or a stick that is in. */
export const backupTarget = z.strictObject({
  path,
  name: z.string(),
  kind: z.enum(['folder', 'stick']),
  fileSystem: z.string().nullable(),
  /** Null where the place cannot be reached just now. */
  freeBytes: bytes.nullable(),
  /** False: the next copy would not fit. */
  fits: z.boolean(),
})

/**
 * `proven`: read back, byte for byte. `unproven`: its length is right, nobody has read it since.
 * `rotten`: it is not what its manifest says.
 */
export const copyState = z.enum(['proven', 'unproven', 'rotten'])

/** A copy on a target, by what its manifest says; readable without any key. */
export const backupCopy = z.strictObject({
  id: z.string(),
  at: epochMs,
  customers: bytes,
  receipts: bytes,
  bytes,
  state: copyState,
  /** Of the shop whose ledger is on this PC; true as well while there is none. */
  ownShop: z.boolean(),
  /** Eight figures to compare with the ones on another screen. */
  checkCode: z.string(),
})

export const backupSettings = z.strictObject({
  folder: path.nullable(),
  daily: z.boolean(),
  /** Korean time, at or after which the day's copy is made. */
  dailyHour: z.number().int().min(0).max(23),
  /** To sticks that were backed up to before, while they are in. */
  hourly: z.boolean(),
})

export const backupProgress = z.strictObject({
  running: z.boolean(),
  /** What it does now; the last two bring a copy back, which may be called off while it is read. */
  step: z.enum(['snapshot', 'copy', 'check', 'read', 'rebuild']),
  /** 0 to 1, of all steps. */
  part: z.number().min(0).max(1),
  secondsLeft: z.number().int().nonnegative().nullable(),
})

/** What the journal takes on the ledger's disk. */
export const journalRoom = z.strictObject({
  bytes,
  /** When the oldest part of it was written; null while there is none. */
  since: epochMs.nullable(),
  /** On that disk; null where the system does not tell. */
  freeBytes: bytes.nullable(),
  room: diskRoom,
})

/** Units of work behind a place in the journal that cannot be read. */
export const lostWork = z.strictObject({ customers: bytes, points: bytes, receipts: bytes, other: bytes })

const copyPlace = z.strictObject({ target: path, id: z.string().min(1).max(100) })

export const backupMethods = {
  'backup.settings': method('unlocked', nothing, backupSettings),
  'backup.saveSettings': method('unlocked', backupSettings, nothing),
  /** The chosen folder, and the sticks that are in. Without a ledger, to restore from: only the sticks. */
  'backup.targets': method('always', nothing, z.array(backupTarget)),
  'backup.progress': method('always', nothing, backupProgress),
  /** Resolves when the copy is made and proven. */
  'backup.run': method('unlocked', z.strictObject({ target: path }), backupCopy),
  'backup.journal': method('unlocked', nothing, journalRoom),
  'backup.cancel': method('always', nothing, nothing),
  /** Newest first. */
  'backup.copies': method('always', z.strictObject({ target: path }), z.array(backupCopy)),
  /** Reads a copy through, cold. */
  'backup.verify': method('always', copyPlace, backupCopy),
  /** Reads the copy through and prints what is in it with its check code. Throws `printer.none`, `ledger.copy-damaged`. */
  'backup.printProof': method('unlocked', copyPlace, backupCopy),
  /**
   * Puts a copy in place of the ledger, which is kept aside, and applies what the journal on this PC holds since.
   * With the recovery code a new passphrase has to be set.
   */
  'backup.restore': method(
    'always',
    copyPlace.extend({
      key: z.union([
        z.strictObject({ passphrase }),
        z.strictObject({ recoveryCode: z.string().min(1).max(100), newPassphrase: passphrase }),
      ]),
    }),
    z.strictObject({
      customers: bytes,
      receipts: bytes,
      /** Units of work from the journal that were newer than the copy. */
      replayed: bytes,
      /** False: a part of the journal could not be read. */
      complete: z.boolean(),
      /** What could not be written again, by what it was about. */
      lost: lostWork,
      /** Where the ledger that was there lies now. */
      setAside: z.string().nullable(),
    }),
  ),
}

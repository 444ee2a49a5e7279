import { z } from 'zod'
import { backupSettings } from '#shared/contract/backup.ts'

const verdict = z.strictObject({
  /** Of the copy's manifest: names one very copy, wherever it lies. */
  mac: z.string(),
  whole: z.boolean(),
  at: z.number().int(),
})

const shape = z.strictObject({
  version: z.literal(1),
  settings: backupSettings,
  last: z.strictObject({ at: z.number().int(), mac: z.string(), proven: z.boolean() }).nullable(),
  verdicts: z.array(verdict),
})

/** What this PC knows of its backups; no personal data, readable while the ledger is locked. */
export type BackupState = z.output<typeof shape>

/** Nothing happens by itself until the owner chose a place. */
export const noBackups: BackupState = {
  version: 1,
  settings: { folder: null, daily: false, dailyHour: 22, hourly: false },
  last: null,
  verdicts: [],
}

/** Copies that were read through; older ones are read again when it matters. */
const keptVerdicts = 300

/** Null when the text is no state. */
export const backupStateOf = (text: string): BackupState | null => {
  try {
    return shape.safeParse(JSON.parse(text)).data ?? null
  } catch {
    return null
  }
}

export const verdictOf = (state: BackupState, mac: string): boolean | null =>
  state.verdicts.find((one) => one.mac === mac)?.whole ?? null

/** A copy that rotted is not the last good one any more. */
export const withVerdict = (state: BackupState, mac: string, whole: boolean, at: number): BackupState => ({
  ...state,
  last: state.last?.mac === mac ? { ...state.last, proven: whole } : state.last,
  verdicts: [{ mac, whole, at }, ...state.verdicts.filter((one) => one.mac !== mac)].slice(0, keptVerdicts),
})

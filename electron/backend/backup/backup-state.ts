import { z } from 'zod'
import { backupSettings } from '#shared/contract/backup.ts'

const verdict = z.strictObject({
  /** Of the copy's manifest: names one very copy, wherever it lies. */
  mac: z.string(),
  whole: z.boolean(),
  at: z.number().int(),
  /** It was also read some time after it was written, out of the stick and not out of memory. */
  cold: z.boolean().default(false),
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

export const wasReadCold = (state: BackupState, mac: string): boolean =>
  state.verdicts.some((one) => one.mac === mac && one.whole && one.cold)

/** What reading a copy found. */
export interface Verdict {
  readonly mac: string
  readonly whole: boolean
  readonly at: number
  readonly cold: boolean
}

/** A copy that rotted is not the last good one any more. */
export const withVerdict = (state: BackupState, { mac, whole, at, cold }: Verdict): BackupState => {
  const before = state.verdicts.find((one) => one.mac === mac)
  const now = { mac, whole, at, cold: whole && (cold || before?.cold === true) }
  return {
    ...state,
    last: state.last?.mac === mac ? { ...state.last, proven: whole } : state.last,
    verdicts: [now, ...state.verdicts.filter((one) => one.mac !== mac)].slice(0, keptVerdicts),
  }
}

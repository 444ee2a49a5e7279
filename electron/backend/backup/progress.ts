import type { z } from 'zod'
import type { backupProgress } from '#shared/contract/backup.ts'
import type { EpochMs } from '#shared/dates.ts'

export type BackupProgress = z.output<typeof backupProgress>
export type BackupStep = BackupProgress['step']

export const notRunning: BackupProgress = { running: false, step: 'snapshot', part: 0, secondsLeft: null }

/** Where each step begins, of the whole. */
const begins: Readonly<Record<BackupStep, number>> = {
  snapshot: 0,
  copy: 0.25,
  check: 0.75,
  read: 0,
  rebuild: 0.7,
}
const ends: Readonly<Record<BackupStep, number>> = {
  snapshot: 0.25,
  copy: 0.75,
  check: 1,
  read: 0.7,
  rebuild: 1,
}

/** @param done 0 to 1 of this step. The time left is not guessed before a second has gone by. */
export const progressOf = (
  step: BackupStep,
  done: number,
  startedAt: EpochMs,
  now: EpochMs,
): BackupProgress => {
  const within = Math.min(1, Math.max(0, done))
  const part = begins[step] + (ends[step] - begins[step]) * within
  const elapsed = now - startedAt
  const secondsLeft =
    elapsed < 1_000 || part < 0.05 ? null : Math.ceil((elapsed / part) * ((1 - part) / 1_000))
  return { running: true, step, part, secondsLeft }
}

/** What long work is given: how to tell how far it is, and to hear that nobody wants it any more. */
export interface Working {
  readonly signal: AbortSignal
  /** @param done 0 to 1 of the step. */
  readonly report: (step: BackupStep, done: number) => void
}

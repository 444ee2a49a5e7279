import type { PrinterStatus } from '#shared/contract/devices.ts'

/** A queue of the system's own, to which whole jobs are given. */
export interface Spooler {
  /** Null when it takes jobs and prints them; rejects with a `DangolError` when it cannot be reached. */
  problem(): Promise<PrinterStatus['problem']>
  /** Gives it one job, once; rejects when it is not known whether it was taken. */
  submit(bytes: Uint8Array): Promise<SpoolJob>
}

export interface SpoolJob {
  /** `printed`: the system handed everything on. `dropped`: it was called off there, part of it may be on paper. */
  state(): Promise<'waiting' | 'printed' | 'dropped'>
}

/** What the system sees of a job: never whose it is. */
export const jobTitle = 'dangol'

/** `lpstat -l -p QUEUE` (in English) as a person would mend it; null when it prints. */
export const queueProblem = (said: string): PrinterStatus['problem'] => {
  const alerts = said.match(/^\s*Alerts:(.*)$/m)?.[1] ?? ''
  if (/cover-open|door-open/.test(alerts)) return { code: 'printer.cover-open', params: {} }
  if (/media-(?:empty|needed)/.test(alerts)) return { code: 'printer.paper-out', params: {} }
  if (/media-jam/.test(alerts)) return { code: 'printer.fault', params: {} }
  if (/^printer \S+ disabled /m.test(said)) return { code: 'printer.spooler-stopped', params: {} }
  if (/offline|connecting-to-device|timed-out/.test(alerts)) return { code: 'printer.offline', params: {} }
  return null
}

/** `request id is QUEUE-12 (0 file(s))`. Null for anything else. */
export const requestId = (said: string): string | null =>
  said.match(/^request id is (\S+-\d+) \(/m)?.[1] ?? null

/** Whether `lpstat -o` lists the job. */
export const listsJob = (said: string, id: string): boolean =>
  said.split('\n').some((line) => line.startsWith(`${id} `))

/** How a job ended, from `lpstat -l -W completed -o QUEUE`; jobs that the system has forgotten were printed. */
export const jobEnd = (said: string, id: string): 'printed' | 'dropped' => {
  const lines = said.split('\n')
  const from = lines.findIndex((line) => line.startsWith(`${id} `))
  if (from < 0) return 'printed'
  const block = lines.slice(from + 1)
  const end = block.findIndex((line) => /^\S/.test(line))
  const details = (end < 0 ? block : block.slice(0, end)).join('\n')
  return /cancell?ed|aborted/.test(details) ? 'dropped' : 'printed'
}

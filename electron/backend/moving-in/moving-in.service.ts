import type { CallOutput, CallParsed } from '#shared/contract/index.ts'
import { businessDate } from '#shared/dates.ts'
import { DangolError, isDangolError } from '#shared/errors.ts'
import { fieldsOf, type RowProblem, refuses } from '#shared/moving.ts'
import type { Clock } from '../platform/clock.ts'
import type { Reader, UnitOfWork } from '../platform/db/statements.ts'
import type { Emit } from '../platform/emit.ts'
import type { Log } from '../platform/log/log.ts'
import { readShop } from '../shop/shop.service.ts'
import type { Tally } from './check.ts'
import { dryRun } from './dry-run.service.ts'
import type { OwnFieldInfo } from './fields/more-row.ts'
import { secondsLeft } from './pacer.ts'
import { UnreadableFile } from './reading/table.ts'
import { reasonText, refusedTitles } from './reason-text.ts'
import { writeRefused } from './refused-file.port.ts'
import { allRuns, findRun, stopLostRuns } from './runs.repo.ts'
import { runView } from './runs.ts'
import { beginUpload, type Upload } from './upload.ts'
import type { FileThread } from './worker/file-thread.port.ts'
import type { Look, RefusedRow } from './worker/talk.ts'
import type { Writing } from './writing.service.ts'

type State = CallOutput<'moving.state'>
type Check = CallParsed<'moving.check'>

export interface MovingIn {
  state(): State
  begin(name: string, size: number): Promise<void>
  /** Throws `moving.no-file`, `moving.too-large`. @returns bytes so far. */
  part(base64: string): number
  look(at: CallParsed<'moving.look'>): Promise<Look>
  check(plan: Check): void
  problems(page: CallParsed<'moving.problems'>): Promise<CallOutput<'moving.problems'>>
  run(): void
  cancel(): void
  leave(): Promise<void>
  refused(language: 'ko' | 'en'): Promise<CallOutput<'moving.refused'>>
  runs(): CallOutput<'moving.runs'>
  /** Throws `moving.run-not-found`, `moving.busy`. */
  undo(runId: number): void
  /** Nothing is written after it resolves. */
  stop(): Promise<void>
}

export interface MovingInParts {
  readonly reader: Reader
  readonly unit: UnitOfWork
  readonly clock: Clock
  readonly log: Log
  readonly emit: Emit
  readonly writing: Writing
  readonly openThread: (progress: (done: number, total: number) => void) => FileThread
  /** Fields of the shop's own that are in use. */
  readonly ownFields: () => OwnFieldInfo[]
  /** Where refused rows are put. */
  readonly folder: string
}

/** Windows are told so often at most, ms. */
const tellEvery = 200

interface Prepared {
  readonly plan: Check
  readonly look: Look
  readonly drafts: number
  readonly tally: Tally
}

export const createMovingIn = (parts: MovingInParts): MovingIn => {
  const { reader, unit, clock, log, emit, writing } = parts
  // A crash leaves a run that says it is running.
  if (allRuns(reader).some((run) => run.state === 'running'))
    unit.write((tx) => stopLostRuns(tx, clock.now()))
  let step: State['step'] = 'idle'
  let upload: Upload | null = null
  let thread: FileThread | null = null
  let look: Look | null = null
  let checked: State['check'] = null
  let prepared: Prepared | null = null
  let runId: number | null = null
  let trouble: State['trouble'] = null
  let progress: State['progress'] = null
  let startedAt = 0
  let toldAt = 0
  let calling = new AbortController()
  let job: Promise<void> = Promise.resolve()

  const tell = (now = clock.now()): void => {
    toldAt = now
    emit('moving.changed', {})
  }
  const become = (next: State['step']): void => {
    step = next
    progress = null
    startedAt = clock.now()
    tell()
  }
  const advance = (done: number, total: number): void => {
    const now = clock.now()
    progress = { done, total, secondsLeft: secondsLeft(done, total, now - startedAt) }
    if (Math.abs(now - toldAt) >= tellEvery) tell(now)
  }
  const busy = (): boolean => ['reading', 'checking', 'writing', 'undoing'].includes(step)
  const today = (): string => businessDate(clock.now(), readShop(reader).closes_at_hour)

  /** One thing after another; what goes wrong is kept for the window to say. @param back where to stand then. */
  const start = (
    doing: State['step'],
    back: State['step'],
    work: (signal: AbortSignal) => Promise<void>,
  ): void => {
    if (busy()) throw new DangolError('moving.busy')
    calling = new AbortController()
    const { signal } = calling
    trouble = null
    become(doing)
    job = work(signal).catch((error: unknown) => {
      if (!signal.aborted) trouble = troubleOf(error)
      if (trouble?.code === 'internal') log.error('moving.failed', { error })
      become(back)
    })
  }

  const forget = async (): Promise<void> => {
    const old = thread
    thread = null
    upload = null
    look = null
    checked = null
    prepared = null
    await old?.stop()
  }

  const read = async (file: Upload, signal: AbortSignal): Promise<void> => {
    const opened = parts.openThread(advance)
    thread = opened
    signal.addEventListener('abort', () => void opened.stop())
    await opened.ask('read', { bytes: file.bytes() })
    look = await opened.ask('look', { sheet: null, kind: null, headerRow: null, own: parts.ownFields() })
    become('mapping')
  }

  const judgeAll = async (
    from: FileThread,
    at: Look,
    plan: Check,
    digest: string,
    signal: AbortSignal,
  ): Promise<void> => {
    const { existing } = plan
    const done = await dryRun(
      reader,
      from,
      { look: at, columns: plan.columns, existing, digest, today: today(), own: parts.ownFields() },
      advance,
      signal,
    )
    prepared = { plan, look: at, drafts: done.drafts, tally: done.tally }
    checked = done.check
    become('checked')
  }

  const needed = (): { file: Upload; from: FileThread; at: Look } => {
    if (upload === null || thread === null || look === null) throw new DangolError('moving.no-file')
    return { file: upload, from: thread, at: look }
  }
  const refusedRows = (): { line: number; problems: readonly RowProblem[] }[] =>
    (prepared?.tally.rows ?? []).filter(({ problems }) => problems.some(refuses))

  return {
    state() {
      const run = runId === null ? undefined : findRun(reader, runId)
      const view = run === undefined ? null : runView(run)
      return { step, fileName: upload?.name ?? null, progress, look, check: checked, run: view, trouble }
    },
    async begin(name, size) {
      if (busy()) throw new DangolError('moving.busy')
      await forget()
      runId = null
      trouble = null
      upload = beginUpload(name, size)
      become('idle')
    },
    part(base64) {
      const file = upload
      if (file === null || step !== 'idle') throw new DangolError('moving.no-file')
      const received = file.add(Buffer.from(base64, 'base64'))
      if (received === null) throw new DangolError('moving.too-large')
      if (file.complete) start('reading', 'idle', (signal) => read(file, signal))
      return received
    },
    async look(wanted) {
      const { from } = needed()
      if (busy()) throw new DangolError('moving.busy')
      const next = await from.ask('look', { ...wanted, own: parts.ownFields() })
      look = next
      checked = null
      become('mapping')
      return next
    },
    check(plan) {
      const { file, from, at } = needed()
      const own = at.own.map(({ id }) => `own:${id}`)
      const allowed = new Set<string>([...fieldsOf(at.kind), ...own])
      const columns = plan.columns.map((field) => (field !== null && allowed.has(field) ? field : null))
      start('checking', 'mapping', (signal) =>
        judgeAll(from, at, { ...plan, columns }, file.digest(), signal),
      )
    },
    async problems({ from, count, problem }) {
      const all = (prepared?.tally.rows ?? []).filter(
        ({ problems }) => problem === null || problems.includes(problem),
      )
      const page = all.slice(from, from + count)
      const cells = await needed().from.ask('rows', { lines: page.map(({ line }) => line) })
      return {
        total: all.length,
        rows: page.map(({ line, problems }, index) => ({
          line,
          problems: [...problems],
          cells: [...(cells[index] ?? [])],
        })),
      }
    },
    run() {
      const { file, from } = needed()
      if (step !== 'checked' || prepared === null) throw new DangolError('moving.not-checked')
      const { plan, look: at, drafts, tally } = prepared
      start('writing', 'checked', async (signal) => {
        await writing.write(from, {
          kind: at.kind,
          fileName: file.name,
          digest: file.digest(),
          existing: plan.existing,
          today: today(),
          rows: checked?.rows ?? 0,
          drafts,
          failed: (line, why) => tally.rows.push({ line, problems: [why] }),
          begun: (id) => {
            runId = id
          },
          progress: advance,
          signal,
        })
        become('done')
      })
    },
    cancel() {
      // What has been read stays: only work that goes on is called off.
      if (busy()) calling.abort(new DangolError('moving.cancelled'))
    },
    async leave() {
      if (busy()) throw new DangolError('moving.busy')
      await forget()
      runId = null
      trouble = null
      become('idle')
    },
    async refused(language) {
      const { from } = needed()
      const rows = refusedRows().map(
        ({ line, problems }): RefusedRow => ({ line, reason: reasonText(language, problems) }),
      )
      const { heading, sheetName, fileName } = refusedTitles(language)
      const bytes = await from.ask('refused', { rows, heading, sheetName })
      return { path: writeRefused(parts.folder, `${fileName} ${today()}.xlsx`, bytes), rows: rows.length }
    },
    runs: () => allRuns(reader).map(runView),
    undo(id) {
      const run = findRun(reader, id)
      if (run === undefined || run.state === 'undone') throw new DangolError('moving.run-not-found')
      const back = prepared === null ? 'idle' : 'done'
      start('undoing', back, async (signal) => {
        runId = id
        await writing.undo(id, advance, signal)
        become(back)
      })
    },
    async stop() {
      calling.abort(new DangolError('moving.cancelled'))
      await job
      await forget()
    },
  }
}

const troubleOf = (error: unknown): NonNullable<State['trouble']> => {
  if (error instanceof UnreadableFile) return { code: `moving.${error.reason}`, params: {} }
  return isDangolError(error)
    ? { code: error.code, params: { ...error.params } }
    : { code: 'internal', params: {} }
}

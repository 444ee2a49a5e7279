import { join } from 'node:path'
import type { CallOutput, CallParsed } from '#shared/contract/index.ts'
import { businessDate, clockText } from '#shared/dates.ts'
import { DangolError } from '#shared/errors.ts'
import type { Clock } from '../platform/clock.ts'
import type { Emit } from '../platform/emit.ts'
import type { Ledger } from '../platform/ledger/open.ts'
import { readShop } from '../shop/shop.service.ts'
import { exportInThread } from './export-thread.port.ts'

/** Everything in open formats, for whoever leaves or wants to look for themselves. */
export interface OpenExport {
  /** @throws DangolError `backup.running`, `backup.cancelled`, and those of a target. */
  run(order: CallParsed<'openExport.run'>): Promise<CallOutput<'openExport.run'>>
  progress(): CallOutput<'openExport.progress'>
  cancel(): void
  /** Cancels, and resolves when nothing is written any more. */
  stop(): Promise<void>
}

/** Windows are told no more often than this, ms. */
const tellEvery = 200

export const createOpenExport = (ledger: Ledger, clock: Clock, emit: Emit): OpenExport => {
  let progress: CallOutput<'openExport.progress'> = { running: false, part: 0, secondsLeft: null }
  let cancelling: AbortController | null = null
  let running: Promise<unknown> = Promise.resolve()

  const tell = (next: typeof progress): void => {
    progress = next
    emit('openExport.progress', next)
  }

  return {
    async run({ target, zip, password }) {
      if (cancelling !== null) throw new DangolError('backup.running')
      const mine = new AbortController()
      cancelling = mine
      const begun = clock.now()
      let toldAt = begun
      tell({ running: true, part: 0, secondsLeft: null })
      try {
        const stamp = `${businessDate(begun)}-${clockText(begun).replace(':', '')}`
        const work = exportInThread(
          {
            path: ledger.path,
            dataKey: Uint8Array.from(ledger.dataKey),
            final: join(target, `dangol-export-${stamp}`),
            zip,
            password: password === '' ? null : password,
            shop: readShop(ledger.reader).name,
            at: `${businessDate(begun)} ${clockText(begun)}`,
          },
          (part) => {
            const now = clock.now()
            if (Math.abs(now - toldAt) < tellEvery) return
            toldAt = now
            const elapsed = now - begun
            const secondsLeft =
              elapsed < 1_000 || part < 0.05
                ? null
                : Math.max(1, Math.ceil(((elapsed / part) * (1 - part)) / 1_000))
            tell({ running: true, part, secondsLeft })
          },
          mine.signal,
        )
        running = work.catch(() => undefined)
        const { path, people, files } = await work
        return { path, people, files }
      } finally {
        cancelling = null
        tell({ running: false, part: 0, secondsLeft: null })
      }
    },
    progress: () => progress,
    cancel: () => cancelling?.abort(),
    async stop() {
      cancelling?.abort()
      await running
    },
  }
}

import type { MovingIn } from '#backend/moving-in/moving-in.service.ts'
import { createFileDesk } from '#backend/moving-in/worker/file-desk.ts'
import type { FileThread } from '#backend/moving-in/worker/file-thread.port.ts'
import type { Ask } from '#backend/moving-in/worker/talk.ts'
import { openLoyalty } from '#backend/open-loyalty.ts'
import { openMovingIn } from '#backend/open-moving-in.ts'
import type { Ledger } from '#backend/platform/ledger.ts'
import { silentLog } from '#backend/platform/log/log.ts'
import type { CallOutput, CallParsed } from '#shared/contract/index.ts'

export type State = CallOutput<'moving.state'>

export interface MovingLab {
  readonly moving: MovingIn
  /** Waits until nothing is under way. */
  settled(): Promise<State>
  /** Up to the dry run, with the columns as guessed. */
  checked(bytes: Uint8Array, existing?: CallParsed<'moving.check'>['existing']): Promise<State>
  /** The whole of it. */
  brought(bytes: Uint8Array, existing?: CallParsed<'moving.check'>['existing']): Promise<State>
  undone(runId: number): Promise<State>
}

/** The same desk that the thread has, without the thread: a start less for tests that bring many lists. */
export const deskAlone = (): FileThread => {
  const desk = createFileDesk()
  return {
    ask: async (what, given) => {
      const answer: unknown = await desk.answer({ id: 0, what, given } as Ask, () => undefined)
      return answer as never
    },
    stop: () => Promise.resolve(),
  }
}

/** Moving in on a real ledger, with a real thread unless told otherwise. */
export const movingLab = (ledger: Ledger, now: () => number, openThread?: () => FileThread): MovingLab => {
  const clock = { now }
  const { granting } = openLoyalty({ ledger, clock })
  let changed = Promise.withResolvers<void>()
  const emit = (): void => {
    changed.resolve()
    changed = Promise.withResolvers()
  }
  const moving = openMovingIn({
    ledger,
    clock,
    log: silentLog,
    emit,
    granting,
    ...(openThread === undefined ? {} : { openThread }),
  })
  const settled = async (): Promise<State> => {
    for (;;) {
      const state = moving.state()
      if (!['reading', 'checking', 'writing', 'undoing'].includes(state.step)) return state
      await changed.promise
    }
  }
  const lab: MovingLab = {
    moving,
    settled,
    async checked(bytes, existing = 'complete') {
      await moving.begin('list', bytes.length)
      moving.part(Buffer.from(bytes).toString('base64'))
      const { look, trouble } = await settled()
      if (look === null) throw new Error(`The file was not read: ${trouble?.code}`)
      moving.check({ columns: look.columns, existing })
      return settled()
    },
    async brought(bytes, existing) {
      await lab.checked(bytes, existing)
      moving.run()
      return settled()
    },
    async undone(runId) {
      moving.undo(runId)
      return settled()
    },
  }
  return lab
}

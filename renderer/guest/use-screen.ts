import { useCallback, useEffect, useState } from 'react'
import type { ErrorCode } from '#shared/errors.ts'
import { type Answer, ask, type GuestView, onView } from './bridge.ts'

export interface Screen {
  /** Null until the first answer. */
  readonly view: GuestView | null
  /** When it came, by `performance.now()`: `restInMs` counts from then. */
  readonly since: number
  readonly fault: ErrorCode | null
  readonly busy: boolean
  /** Calls, and shows what is answered. */
  readonly act: (calling: Promise<Answer>) => Promise<boolean>
  /** Somebody is still here. Makes nothing busy: a button must not go out between a finger's down and up. */
  readonly stay: () => Promise<void>
}

/** A backend that is just starting is asked again after this pause, ms. */
const askAgainMs = 1_000

/** What this screen shows: told by the backend, which alone decides it. */
export const useScreen = (): Screen => {
  const [shown, show] = useState<{ readonly view: GuestView | null; readonly since: number }>({
    view: null,
    since: 0,
  })
  const [fault, setFault] = useState<ErrorCode | null>(null)
  const [acting, setActing] = useState(0)
  const put = useCallback((view: GuestView) => show({ view, since: performance.now() }), [])

  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined
    const begin = async (): Promise<void> => {
      const { view } = await ask('guest.screen', {})
      if (view === null) timer = setTimeout(() => void begin(), askAgainMs)
      else put(view)
    }
    void begin()
    const off = onView((view) => {
      setFault(null)
      put(view)
    })
    return () => {
      clearTimeout(timer)
      off()
    }
  }, [put])

  const act = useCallback(
    async (calling: Promise<Answer>): Promise<boolean> => {
      setActing((count) => count + 1)
      const answer = await calling
      setActing((count) => count - 1)
      setFault(answer.fault)
      if (answer.view !== null) put(answer.view)
      return answer.view !== null
    },
    [put],
  )
  const stay = useCallback(async (): Promise<void> => {
    const { view } = await ask('guest.stay', {})
    if (view !== null) put(view)
  }, [put])
  return { ...shown, fault, busy: acting > 0, act, stay }
}

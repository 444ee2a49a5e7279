import type { z } from 'zod'
import { guestMethods, guestView } from '#shared/contract/guest.ts'
import type { guestMethodNames } from '#shared/contract/names.ts'
import type { ErrorCode } from '#shared/errors.ts'
import { bridge } from '../api/bridge.ts'

export type GuestView = z.output<typeof guestView>
export type ViewAt<At extends GuestView['at']> = Extract<GuestView, { at: At }>

type Method = Exclude<(typeof guestMethodNames)[number], 'guest.picture'>
type Input<M extends Method> = z.input<(typeof guestMethods)[M]['input']>

/** What the screen shows now, or why it could not be asked. */
export type Answer =
  | { readonly view: GuestView; readonly fault: null }
  | { readonly view: null; readonly fault: ErrorCode }

const fault = (code: ErrorCode): Answer => ({ view: null, fault: code })

/** Never rejects. */
export const ask = async <M extends Method>(name: M, input: Input<M>): Promise<Answer> => {
  try {
    const result = await bridge().call(name, input)
    if (!result.ok) return fault(result.error.code)
    const view = guestView.safeParse(result.value)
    return view.success ? { view: view.data, fault: null } : fault('call.bad-output')
  } catch {
    return fault('call.backend-away')
  }
}

/** The shop's picture; null where there is none, or it cannot be had now. */
export const askPicture = async (): Promise<string | null> => {
  try {
    const result = await bridge().call('guest.picture', {})
    const parsed = guestMethods['guest.picture'].output.safeParse(result.ok ? result.value : null)
    return parsed.success ? parsed.data.picture : null
  } catch {
    return null
  }
}

/** Answers the function that stops it. */
export const onView = (listener: (view: GuestView) => void): (() => void) =>
  bridge().on('guest.screen', (payload) => {
    const view = guestView.safeParse(payload)
    if (view.success) listener(view.data)
  })

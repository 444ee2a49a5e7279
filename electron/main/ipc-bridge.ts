import { callChannel, guestMethodNames, methodNames } from '#shared/contract/names.ts'
import type { Caller } from '#shared/contract/wire.ts'
import { fail, type Result } from '#shared/result.ts'
import { type PrintingPage, withPdf } from './report.ts'
import { callerOf, type SenderFrame } from './trusted-sender.ts'

export interface CallEvent {
  readonly senderFrame: SenderFrame | null
  /** The window's page: main knows those of the guest's screen by their number, too. */
  readonly sender: PrintingPage & { readonly id?: number }
}

export interface IpcDoor {
  handle(channel: string, listener: (event: CallEvent, ...args: unknown[]) => Promise<unknown>): void
}

/** What main answers itself, by the method's name: nothing of it is the backend's. */
export type OwnAnswers = Readonly<
  Record<string, (input: unknown, page: PrintingPage) => Result<unknown> | Promise<Result<unknown>>>
>

const known: ReadonlySet<string> = new Set(methodNames)
const forGuests: ReadonlySet<string> = new Set(guestMethodNames)

/** The one door between a window and the backend: checks who speaks and the name; the router checks the shapes. */
export const openIpcBridge = (
  door: IpcDoor,
  call: (name: string, input: unknown, from: Caller) => Promise<Result<unknown>>,
  own: OwnAnswers = {},
  isGuestPage: (id: number | undefined) => boolean = () => false,
): void => {
  door.handle(callChannel, async (event, name, input) => {
    const caller = callerOf(event.senderFrame)
    if (caller === null) return fail('call.not-trusted')
    if (typeof name !== 'string' || !known.has(name)) return fail('call.unknown-method')
    // One sign of the guest's screen is enough, whatever the other says.
    const from: Caller = isGuestPage(event.sender.id) ? 'guest' : caller
    if (from === 'guest' && !forGuests.has(name)) return fail('call.not-trusted')
    const answer = own[name]
    if (answer !== undefined) return answer(input, event.sender)
    return call(name, await withPdf(name, input, event.sender), from)
  })
}

import { callChannel, methodNames } from '#shared/contract/names.ts'
import { fail, type Result } from '#shared/result.ts'
import { type PrintingPage, withPdf } from './report.ts'
import { isTrustedSender, type SenderFrame } from './trusted-sender.ts'

export interface CallEvent {
  readonly senderFrame: SenderFrame | null
  readonly sender: PrintingPage
}

export interface IpcDoor {
  handle(channel: string, listener: (event: CallEvent, ...args: unknown[]) => Promise<unknown>): void
}

/** What main answers itself, by the method's name: nothing of it is the backend's. */
export type OwnAnswers = Readonly<Record<string, (input: unknown) => Result<unknown>>>

const known: ReadonlySet<string> = new Set(methodNames)

/** The one door between a window and the backend: checks who speaks and the name; the router checks the shapes. */
export const openIpcBridge = (
  door: IpcDoor,
  call: (name: string, input: unknown) => Promise<Result<unknown>>,
  own: OwnAnswers = {},
): void => {
  door.handle(callChannel, async (event, name, input) => {
    if (!isTrustedSender(event.senderFrame)) return fail('call.not-trusted')
    if (typeof name !== 'string' || !known.has(name)) return fail('call.unknown-method')
    const answer = own[name]
    if (answer !== undefined) return answer(input)
    return call(name, await withPdf(name, input, event.sender))
  })
}

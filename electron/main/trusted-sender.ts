import type { Caller } from '#shared/contract/wire.ts'
import { appUrl, guestUrl } from './app-protocol.ts'

/** The part of Electron's `WebFrameMain` that tells who speaks. */
export interface SenderFrame {
  readonly url: string
  readonly parent: unknown
}

const callers: ReadonlyMap<string, Caller> = new Map([
  [new URL(appUrl).host, 'window'],
  [new URL(guestUrl).host, 'guest'],
])

/**
 * Only the top frame of our own pages may call; which of the two it is tells its origin. A frame that navigated away or
 * was destroyed meanwhile comes as null and is refused. @returns null for whoever may not call at all.
 */
export const callerOf = (frame: SenderFrame | null | undefined): Caller | null => {
  if (!frame || frame.parent !== null) return null
  const url = URL.parse(frame.url)
  if (url === null || url.protocol !== new URL(appUrl).protocol) return null
  return callers.get(url.host) ?? null
}

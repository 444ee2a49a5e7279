import { appUrl } from './app-protocol.ts'

/** The part of Electron's `WebFrameMain` that tells who speaks. */
export interface SenderFrame {
  readonly url: string
  readonly parent: unknown
}

/**
 * Only the top frame of our own page may call. A frame that navigated away or was destroyed meanwhile comes as null
 * and is refused.
 */
export const isTrustedSender = (frame: SenderFrame | null | undefined): boolean => {
  if (!frame || frame.parent !== null) return false
  const url = URL.parse(frame.url)
  const own = new URL(appUrl)
  return url !== null && url.protocol === own.protocol && url.host === own.host
}

import { setTimeout as pause } from 'node:timers/promises'

/** Bytes on their way: when each piece was sent, and when its last byte came out at the far end. */
export interface PacedRun {
  /** Milliseconds of each piece on the way. */
  readonly delays: readonly number[]
}

/** As a till sends at 115,200 baud: a piece about every five milliseconds. */
const pieceBytes = 48
const everyMs = 4
/** A till needs longer than this from one paper to the next. */
export const quietMs = 100
const limitMs = 20_000

/**
 * Sends the papers piece by piece at a steady pace, a moment between two, and notes how long each was on its
 * way. `far` is given a listener for what comes out.
 * @param betweenMs from one paper to the next; 0 for papers back to back.
 */
export const pacedRun = async (
  papers: readonly Uint8Array[],
  send: (bytes: Uint8Array) => void,
  far: (listen: (bytes: Uint8Array) => void) => void,
  betweenMs: number = quietMs,
): Promise<PacedRun> => {
  const delays: number[] = []
  const sent: { readonly end: number; readonly at: number }[] = []
  let arrived = 0
  far((bytes) => {
    const now = performance.now()
    arrived += bytes.length
    for (
      let next = sent[delays.length];
      next !== undefined && next.end <= arrived;
      next = sent[delays.length]
    )
      delays.push(now - next.at)
  })
  let gone = 0
  for (const paper of papers) {
    for (let at = 0; at < paper.length; at += pieceBytes) {
      const piece = paper.subarray(at, at + pieceBytes)
      gone += piece.length
      sent.push({ end: gone, at: performance.now() })
      send(piece)
      await pause(everyMs)
    }
    if (betweenMs > 0) await pause(betweenMs)
  }
  const end = Date.now() + limitMs
  while (delays.length < sent.length) {
    if (Date.now() > end) throw new Error('What was sent did not come out')
    await pause(5)
  }
  return { delays }
}

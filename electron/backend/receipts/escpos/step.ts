/**
 * How far a command reaches, told bit by bit so that a stream may stop anywhere. A step is a few bytes to be
 * looked at (the head) and what they announce: bytes to pass over unread, then perhaps another step.
 */
export type Step = HeadStep | UntilNulStep

export interface HeadStep {
  readonly kind: 'head'
  /** Bytes to look at, 1 to `maxHead`. */
  readonly head: number
  /** Bytes to pass over after the head that begins at `at`. */
  readonly payload: (bytes: Uint8Array, at: number) => number
  readonly next: (bytes: Uint8Array, at: number) => Step | null
}

/** Data up to a NUL, which is part of it; where none comes, at most `atMost` bytes. */
export interface UntilNulStep {
  readonly kind: 'until-nul'
  readonly atMost: number
}

export const maxHead = 16

const nothing = (): number => 0
const end = (): null => null

/** `count` parameter bytes, whatever they are. */
export const fixed = (count: number): Step => ({ kind: 'head', head: count, payload: nothing, next: end })

/** `head` bytes, then as many as they announce. */
export const sized = (head: number, payload: HeadStep['payload']): Step => ({
  kind: 'head',
  head,
  payload,
  next: end,
})

/** `head` bytes, then the step that they choose. */
export const choose = (head: number, next: HeadStep['next']): Step => ({
  kind: 'head',
  head,
  payload: nothing,
  next,
})

export const untilNul = (atMost: number): Step => ({ kind: 'until-nul', atMost })

/** `count` pieces one after another, each with a head that announces its own payload. */
export const repeated = (count: number, head: number, payload: HeadStep['payload']): Step | null =>
  count <= 0 ? null : { kind: 'head', head, payload, next: () => repeated(count - 1, head, payload) }

export const byteAt = (bytes: Uint8Array, at: number): number => bytes[at] ?? 0

/** Two bytes, the low one first. */
export const wordAt = (bytes: Uint8Array, at: number): number =>
  byteAt(bytes, at) + byteAt(bytes, at + 1) * 256

/** Four bytes, the lowest first; up to 4 GB, never negative. */
export const longAt = (bytes: Uint8Array, at: number): number =>
  wordAt(bytes, at) + wordAt(bytes, at + 2) * 65536

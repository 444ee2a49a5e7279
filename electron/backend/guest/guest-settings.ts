import { z } from 'zod'
import type { CallParsed } from '#shared/contract/index.ts'

export type GuestOptions = CallParsed<'guest.saveSettings'>

/** What lies in `guest-screen.json`: nothing of any person, so that it can be shown while the ledger is locked. */
export interface GuestFile extends GuestOptions {
  /** The day on which the notice was written, where it is for that day only. */
  readonly noticeOn: string | null
  /** `data:` with the shop's own picture. */
  readonly picture: string | null
  /** As the open ledger last had it. */
  readonly shop: string | null
}

export const noGuestScreen: GuestFile = {
  on: false,
  display: null,
  alone: 'none',
  restSeconds: 30,
  sign: 'draw',
  notice: '',
  noticeToday: true,
  noticeOn: null,
  picture: null,
  shop: null,
}

const shape = z.strictObject({
  on: z.boolean(),
  display: z.strictObject({ id: z.number(), width: z.number(), height: z.number() }).nullable(),
  alone: z.enum(['none', 'window', 'full']),
  restSeconds: z.number().int().min(10).max(120),
  sign: z.enum(['draw', 'check']),
  notice: z.string(),
  noticeToday: z.boolean(),
  noticeOn: z.string().nullable(),
  picture: z.string().nullable(),
  shop: z.string().nullable(),
})

/** Null where the text is no such file. */
export const guestFileOf = (text: string): GuestFile | null => {
  try {
    const parsed = shape.safeParse(JSON.parse(text))
    return parsed.success ? parsed.data : null
  } catch {
    return null
  }
}

/** @param today business date. */
export const noticeOn = ({ notice, noticeToday, noticeOn: on }: GuestFile, today: string): string =>
  noticeToday && on !== today ? '' : notice

const starts: readonly (readonly [type: string, bytes: readonly number[]])[] = [
  ['jpeg', [0xff, 0xd8, 0xff]],
  ['png', [0x89, 0x50, 0x4e, 0x47]],
  ['webp', [0x52, 0x49, 0x46, 0x46]],
]

/** Whether it is `data:` of one of the three kinds of picture, begins as such a one does, and has at most 1 MB. */
export const isPicture = (text: string): boolean => {
  const match = /^data:image\/(jpeg|png|webp);base64,([A-Za-z0-9+/]+={0,2})$/.exec(text)
  if (match === null) return false
  const bytes = Buffer.from(match[2] ?? '', 'base64')
  const start = starts.find(([type]) => type === match[1])?.[1] ?? []
  return bytes.length <= 1_000_000 && start.every((byte, index) => bytes[index] === byte)
}

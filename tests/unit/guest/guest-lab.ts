import { createGuestScreen, type GuestScreen } from '#backend/guest/guest.service.ts'
import { type GuestFile, noGuestScreen } from '#backend/guest/guest-settings.ts'
import type { GuestShop } from '#backend/guest/guest-shop.ts'
import { DangolError } from '#shared/errors.ts'

export interface Person {
  readonly id: number
  readonly name: string
  readonly phone: string
  points: number
}

/** Words of one person are found in no word of another. */
export const people = (): Person[] => [
  { id: 11, name: '가나다라', phone: '01011115678', points: 111 },
  { id: 22, name: '마바사아', phone: '01022225678', points: 222 },
  { id: 33, name: '자차카타', phone: '01033331234', points: 333 },
]

/** What the screen may show of somebody. */
export const tracesOf = ({ name, phone, points }: Person): string[] => [
  `${name.at(0)}**${name.at(-1)}`,
  name,
  phone,
  String(points),
]

const found = (known: readonly Person[], id: number): Person => {
  const person = known.find((one) => one.id === id)
  if (person === undefined) throw new DangolError('customer.not-found')
  return person
}

const shopOf = (known: Person[], noted: unknown[][]): GuestShop => ({
  today: () => '2026-11-22',
  about: () => ({ name: '달빛정류장', phone: '02-000-0000' }),
  withPhone: (phone) => known.find((one) => one.phone === phone)?.id ?? null,
  customer(id) {
    const { name, phone, points } = found(known, id)
    return {
      id,
      name,
      maskedPhone: `****-${phone.slice(-4)}`,
      memo: `${name}의 비밀`,
      joinedOn: '2026-01-01',
      visits: 1,
      spend: 0,
      average: 0,
      points,
      lastVisit: null,
      rhythmDays: null,
      timing: null,
      next: null,
      weekday: null,
      hour: null,
      usual: [],
      due: [],
      allergies: '',
      cautions: '',
      tags: [],
      fields: [],
      marketingConsent: false,
    }
  },
  tier: () => null,
  stamps: () => [{ cardId: 1, name: '커피', length: 10, stamps: -2, reward: null, toCome: 0 }],
  coupons: () => [],
  wordings: () =>
    (['required', 'marketing', 'night', 'details', 'sensitive', 'sharing'] as const).map((kind) => ({
      kind,
      version: 1,
      text: kind,
    })),
  join({ name, phone }) {
    const id = 100 + known.length
    known.push({ id, name: name ?? '새 손님', phone, points: 0 })
    return id
  },
  rename: (id) => void found(known, id),
  noted: (...entry) => void noted.push(entry),
})

export interface GuestLab {
  readonly screen: GuestScreen
  readonly known: Person[]
  readonly told: { name: string; payload: unknown }[]
  readonly noted: unknown[][]
  /** Closes the ledger, or opens it. */
  readonly lock: (on: boolean) => void
  readonly status: (demo: boolean) => void
  /** A receipt that gave points to somebody, or to nobody any more. */
  readonly receipt: (id: number, customerId: number | null, points: number) => void
  readonly enter: (digits: string) => ReturnType<GuestScreen['enter']>
}

/** The guest's screen over a shop of a few people; times are vitest's fake ones. */
export const guestLab = (settings: Partial<GuestFile> = {}): GuestLab => {
  const known = people()
  const noted: unknown[][] = []
  const told: { name: string; payload: unknown }[] = []
  const shop = shopOf(known, noted)
  let locked = false
  const screen = createGuestScreen({
    shop: () => (locked ? null : shop),
    store: { read: () => ({ ...noGuestScreen, on: true, restSeconds: 30, shop: '달빛정류장', ...settings }) },
    pictureNumber: () => 1,
    emit: (name, payload) => told.push({ name, payload }),
    elapsed: () => performance.now(),
  })
  const status = (demo: boolean): void => screen.heard('app.changed', { demo })
  return {
    screen,
    known,
    told,
    noted,
    status,
    lock(on) {
      locked = on
      status(false)
    },
    receipt(id, customerId, pointsGiven) {
      const person = known.find((one) => one.id === customerId)
      if (person !== undefined) person.points += pointsGiven
      const customer = person === undefined ? null : { id: person.id, maskedName: '', points: person.points }
      screen.heard('receipt.changed', { id, customer, pointsGiven })
    },
    enter(digits) {
      screen.type(digits)
      return screen.enter()
    },
  }
}

export const consents = {
  name: '오하나',
  versions: { required: 1, marketing: 1, night: 1 },
  ofAge: true,
  required: true,
  marketing: false,
  night: false,
  drawing: null,
} as const

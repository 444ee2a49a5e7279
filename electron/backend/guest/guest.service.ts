import type { CallOutput, CallParsed, EventPayload } from '#shared/contract/index.ts'
import { DangolError, isDangolError } from '#shared/errors.ts'
import type { Emit } from '../platform/emit.ts'
import { guestCardOf } from './card.ts'
import { noticeOn } from './guest-settings.ts'
import type { GuestShop } from './guest-shop.ts'
import type { GuestStore } from './guest-store.port.ts'
import { atRest, endOf, type GuestSession, type JoinStep, typedIn } from './session.ts'
import { createTries } from './tries.ts'
import { typedNumber } from './typed-number.ts'

type View = CallOutput<'guest.screen'>
type Row = EventPayload<'receipt.arrived'>

/** The guest's own screen: one session at a time, shown there as a view and to staff as what they watch. */
export interface GuestScreen {
  view(): View
  watch(): CallOutput<'guest.watch'>
  type(digits: string): View
  enter(): View
  step(step: JoinStep): View
  join(join: CallParsed<'guest.join'>): View
  stay(): View
  leave(): View
  takeOver(): CallOutput<'guest.takeOver'>
  close(): void
  show(customerId: number): void
  rename(customerId: number, name: string): void
  /** Everything that windows are told passes by here: receipts give points, ledgers are locked. */
  heard(name: string, payload: unknown): void
  /** The settings are others now. */
  changed(): void
  stop(): void
}

export interface GuestScreenParts {
  /** Null while no ledger is open. */
  readonly shop: () => GuestShop | null
  readonly store: Pick<GuestStore, 'read'>
  /** Counts changes of the picture. */
  readonly pictureNumber: () => number
  readonly emit: Emit
  /** Of a clock that nobody can set, ms. */
  readonly elapsed: () => number
}

/** Wrong whole numbers, and people joining: more is no queue of guests. */
const mostWrong = { most: 5, withinMs: 3 * 60_000 }
const mostJoined = { most: 12, withinMs: 10 * 60_000 }
/** Points that come so long after the card was gone are still said, without a name. */
const thanksForMs = 3 * 60_000

/** A receipt that is read again gives nothing new: only a balance that has grown counts. */
const balanceWith = (row: Row): number => row.customer?.points ?? 0

export const createGuestScreen = (parts: GuestScreenParts): GuestScreen => {
  const { store, emit, elapsed } = parts
  const wrong = createTries(mostWrong.most, mostWrong.withinMs)
  const joins = createTries(mostJoined.most, mostJoined.withinMs)
  let session: GuestSession = atRest
  let end: number | null = null
  let timer: NodeJS.Timeout | null = null
  let guest = 0
  let unnamed: number | null = null
  /** Who was here last, for the points that come a little later. */
  let last: { readonly customerId: number; readonly balance: number; readonly until: number } | null = null
  let demo = false
  let toldAtRest = ''

  const open = (): GuestShop => {
    const shop = parts.shop()
    if (shop === null) throw new DangolError('ledger.locked')
    return shop
  }

  const resting = (): View => {
    const shop = parts.shop()
    const file = store.read()
    return {
      at: 'rest',
      restInMs: null,
      ready: shop !== null,
      shop: shop?.about().name ?? file.shop,
      notice: noticeOn(file, shop?.today() ?? file.noticeOn ?? ''),
      picture: file.picture === null ? 0 : parts.pictureNumber(),
    }
  }

  const drawn = (restInMs: number): View => {
    switch (session.at) {
      case 'rest':
        return resting()
      case 'pad':
        return { at: 'pad', restInMs, typed: session.typed, problem: session.problem }
      case 'asked':
      case 'helped':
        return { at: session.at, restInMs }
      case 'new':
        return { at: 'new', restInMs, phone: session.phone }
      case 'thanks':
        return { at: 'thanks', restInMs, earned: session.points }
      case 'wait':
        return { at: 'wait', restInMs, seconds: Math.ceil(restInMs / 1_000) }
      case 'card': {
        const { customerId, joined, earned } = session
        return {
          at: 'card',
          restInMs,
          card: guestCardOf(open(), customerId, { joined, earned: earned?.points ?? null }),
        }
      }
      default: {
        const { name, phone } = open().about()
        const wordings = open()
          .wordings()
          .filter(({ kind }) => kind === 'required' || kind === 'marketing' || kind === 'night')
        return {
          at: 'join',
          restInMs,
          phone: session.phone,
          step: session.step,
          sign: store.read().sign,
          shop: name,
          shopPhone: phone,
          wordings,
        }
      }
    }
  }

  const view = (): View => {
    try {
      return drawn(Math.max(0, Math.ceil((end ?? elapsed()) - elapsed())))
    } catch (error) {
      // The customer is gone, or the ledger was locked in between.
      if (!isDangolError(error)) throw error
      session = atRest
      return resting()
    }
  }
  const watch = (): CallOutput<'guest.watch'> => ({
    at: session.at,
    typed: typedIn(session),
    step: session.at === 'join' ? session.step : null,
    customerId: session.at === 'card' ? session.customerId : null,
    guest,
    unnamed,
  })

  const tell = (): View => {
    const now = view()
    toldAtRest = JSON.stringify(now)
    emit('guest.screen', now)
    emit('guest.watched', watch())
    return now
  }
  const wake = (): void => {
    if (timer !== null) clearTimeout(timer)
    timer = null
    if (end === null) return
    timer = setTimeout(() => become(atRest), Math.max(0, end - elapsed())).unref()
  }
  function become(next: GuestSession): View {
    session = next
    end = endOf(session, elapsed(), store.read().restSeconds)
    wake()
    return tell()
  }

  const waits = (): boolean => session.at === 'wait' && session.until > elapsed()

  const showCard = (customerId: number, joined: boolean): View => {
    const balance = open().customer(customerId).points
    last = { customerId, balance, until: elapsed() + thanksForMs }
    guest += 1
    return become({ at: 'card', customerId, joined, earned: null, balance })
  }

  const enterWhole = (phone: string): View => {
    const wait = wrong.wait(elapsed())
    if (wait > 0) return become({ at: 'wait', until: elapsed() + wait })
    const customerId = open().withPhone(phone)
    if (customerId === null) {
      wrong.note(elapsed())
      return become({ at: 'new', phone })
    }
    open().noted('read', 'guest.enter', customerId)
    return showCard(customerId, false)
  }

  const onCard = (card: Extract<GuestSession, { at: 'card' }>, row: Row): void => {
    const own = row.customer?.id === card.customerId
    const balance = own ? balanceWith(row) : card.balance
    if (own && row.pointsGiven > 0 && balance > card.balance)
      become({ ...card, balance, earned: { receiptId: row.id, points: row.pointsGiven } })
    // Taken off again.
    else if (!own && card.earned?.receiptId === row.id)
      become({ ...card, balance: open().customer(card.customerId).points, earned: null })
    else if (own) tell()
  }
  const earned = (row: Row): void => {
    if (session.at === 'card') return onCard(session, row)
    if (row.customer === null || row.pointsGiven <= 0) return
    const back =
      session.at === 'rest' &&
      last !== null &&
      last.until > elapsed() &&
      row.customer.id === last.customerId &&
      balanceWith(row) > last.balance
    if (!back && session.at !== 'asked' && session.at !== 'helped') return
    last = null
    become({ at: 'thanks', points: row.pointsGiven })
  }
  const statusChanged = (status: EventPayload<'app.changed'>): void => {
    if (parts.shop() === null || status.demo !== demo) {
      demo = status.demo
      last = null
      unnamed = null
      become(atRest)
    } else if (session.at === 'rest' && JSON.stringify(resting()) !== toldAtRest) tell()
  }

  return {
    view,
    watch,
    type(digits) {
      open()
      if (waits() || session.at === 'join') return view()
      // Somebody else stands here now.
      if (session.at !== 'pad') last = null
      return become({ at: 'pad', typed: digits, problem: null })
    },
    enter() {
      open()
      if (session.at !== 'pad') return view()
      const typed = typedNumber(session.typed)
      if (typed.is === 'whole') return enterWhole(typed.phone)
      if (typed.is !== 'four') return become({ ...session, problem: typed.is })
      guest += 1
      return become({ at: 'asked', typed: session.typed })
    },
    step(step) {
      if (session.at !== 'new' && session.at !== 'join') throw new DangolError('guest.not-joining')
      return become({ at: 'join', phone: session.phone, step })
    },
    join(join) {
      if (session.at !== 'join') throw new DangolError('guest.not-joining')
      if (joins.wait(elapsed()) > 0) throw new DangolError('guest.too-many')
      // Where the owner wants signatures a tick is one as well: not everybody can draw.
      const customerId = open().join({ ...join, phone: session.phone })
      joins.note(elapsed())
      wrong.forgive()
      open().noted('change', 'guest.join', customerId)
      unnamed = join.name === null ? customerId : null
      return showCard(customerId, true)
    },
    stay() {
      return session.at === 'rest' || session.at === 'wait' ? view() : become(session)
    },
    leave() {
      return waits() ? view() : become(atRest)
    },
    takeOver() {
      const taken = {
        customerId: session.at === 'card' ? session.customerId : null,
        typed: typedIn(session),
        joining: session.at === 'new' || session.at === 'join',
      }
      wrong.clear()
      // A card stays: there is nothing to help with.
      if (session.at !== 'rest' && session.at !== 'card') become({ at: 'helped', typed: '' })
      return taken
    },
    close() {
      wrong.clear()
      last = null
      become(atRest)
    },
    show(customerId) {
      open().customer(customerId)
      wrong.clear()
      showCard(customerId, false)
    },
    rename(customerId, name) {
      open().rename(customerId, name)
      if (unnamed === customerId) unnamed = null
      tell()
    },
    heard(name, payload) {
      if (name === 'receipt.arrived' || name === 'receipt.changed') earned(payload as Row)
      else if (name === 'points.changed') {
        const { customerId } = payload as EventPayload<'points.changed'>
        if (session.at === 'card' && session.customerId === customerId) tell()
      } else if (name === 'app.changed') statusChanged(payload as EventPayload<'app.changed'>)
    },
    changed: () => void tell(),
    stop() {
      if (timer !== null) clearTimeout(timer)
      timer = null
    },
  }
}

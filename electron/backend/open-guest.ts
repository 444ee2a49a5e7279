import { join } from 'node:path'
import { businessDate } from '#shared/dates.ts'
import { createGuestScreen, type GuestScreen } from './guest/guest.service.ts'
import type { GuestShop } from './guest/guest-shop.ts'
import { openGuestStore } from './guest/guest-store.port.ts'
import { joinOnScreen } from './guest/joining.service.ts'
import { createGuestSetting, type GuestSetting } from './guest/setting.service.ts'
import type { OpenShop } from './open-shop.ts'
import type { Clock } from './platform/clock.ts'
import type { Emit } from './platform/emit.ts'
import { readShop } from './shop/shop.service.ts'

/** The guest's own screen of this PC, whatever shop is looked at. */
export interface OpenGuest {
  readonly screen: GuestScreen
  readonly setting: GuestSetting
  /** Hears what windows are told. */
  heard(name: string, payload: unknown): void
}

export interface OpenGuestParts {
  readonly folder: string
  readonly clock: Clock
  readonly emit: Emit
  /** Null while no ledger is open. */
  readonly open: () => OpenShop | null
  /** Whether it is the demo shop that is looked at. */
  readonly isDemo: () => boolean
}

export const openGuest = ({ folder, clock, emit, open, isDemo }: OpenGuestParts): OpenGuest => {
  const store = openGuestStore(join(folder, 'guest-screen.json'))
  const shop = (): GuestShop | null => {
    const one = open()
    return one === null ? null : guestShop(one, clock)
  }
  /** The name stands on the screen while the ledger is locked, too. */
  const remember = (): void => {
    const about = isDemo() ? undefined : shop()?.about()
    if (about !== undefined) setting.shopIs(about.name)
  }
  const setting = createGuestSetting({
    store,
    emit,
    today: () => shop()?.today() ?? businessDate(clock.now()),
    onChange() {
      remember()
      screen.changed()
    },
  })
  const screen = createGuestScreen({
    shop,
    store,
    pictureNumber: setting.pictureNumber,
    emit,
    elapsed: () => performance.now(),
  })
  return {
    screen,
    setting,
    heard(name, payload) {
      if (name === 'app.changed') remember()
      screen.heard(name, payload)
    },
  }
}

const guestShop = (shop: OpenShop, clock: Clock): GuestShop => {
  const { customers, rewards, staff, ledger } = shop
  return {
    today: () => businessDate(clock.now(), readShop(ledger.reader).closes_at_hour),
    about: () => shop.shop.get(),
    withPhone: (phone) => customers.withPhone(phone),
    customer: (customerId) => customers.card(customerId),
    tier: (customerId) => rewards.tiers.ofCustomer(customerId),
    stamps: (customerId) => rewards.stamps.ofCustomer(customerId, null),
    coupons: (customerId) => rewards.coupons.ofCustomer(customerId, null),
    wordings: () => customers.wordings(),
    join(join) {
      const customerId = ledger.unit.write((tx) => joinOnScreen(tx, ledger.ids, clock.now(), join))
      shop.slipsOpen.personSlips.joined(customerId)
      return customerId
    },
    rename: (customerId, name) => customers.change({ customerId, change: { name } }),
    noted: (action, method, customerId) =>
      staff.access.note({
        personId: null,
        role: 'guest',
        place: 'guest-screen',
        action,
        method,
        customerId,
        people: 1,
      }),
  }
}

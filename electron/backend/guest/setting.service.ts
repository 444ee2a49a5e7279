import { isDeepStrictEqual } from 'node:util'
import type { CallOutput, CallParsed } from '#shared/contract/index.ts'
import { DangolError } from '#shared/errors.ts'
import type { Emit } from '../platform/emit.ts'
import { guestFileOf, isPicture, noGuestScreen } from './guest-settings.ts'
import type { GuestStore } from './guest-store.port.ts'

/** What the owner chose for the guest's screen; beside the ledger, because it is shown while that is locked, too. */
export interface GuestSetting {
  read(): CallOutput<'guest.settings'>
  save(options: CallParsed<'guest.saveSettings'>): void
  picture(): string | null
  /** Another figure after each change. */
  readonly pictureNumber: () => number
  /** Throws `guest.bad-picture`. */
  savePicture(picture: string | null): void
  /** The open ledger's shop is remembered for when it is locked. */
  shopIs(name: string): void
  /** What a backup brought along; kept only where nobody has said anything yet. The display is this PC's own. */
  takeOver(text: string): void
  /** Tells main where the window is to stand. */
  tellPlace(): void
}

export interface GuestSettingParts {
  readonly store: GuestStore
  readonly emit: Emit
  /** Business date. */
  readonly today: () => string
  readonly onChange: () => void
}

export const createGuestSetting = ({ store, emit, today, onChange }: GuestSettingParts): GuestSetting => {
  let pictures = 1
  const tellPlace = (): void => {
    const { on, display, alone } = store.read()
    emit('guest.placed', { on, display, alone })
  }
  return {
    read() {
      const { noticeOn: _day, picture, shop: _shop, ...options } = store.read()
      return { ...options, hasPicture: picture !== null }
    },
    save(options) {
      const before = store.read()
      const notice = options.notice.normalize('NFC').trim()
      // Saved again on another day, the notice is meant for that day.
      store.write({ ...before, ...options, notice, noticeOn: options.noticeToday ? today() : null })
      tellPlace()
      onChange()
    },
    picture: () => store.read().picture,
    pictureNumber: () => pictures,
    savePicture(picture) {
      if (picture !== null && !isPicture(picture)) throw new DangolError('guest.bad-picture')
      store.write({ ...store.read(), picture })
      pictures += 1
      onChange()
    },
    shopIs(name) {
      const file = store.read()
      if (file.on && file.shop !== name) store.write({ ...file, shop: name })
    },
    takeOver(text) {
      const brought = guestFileOf(text)
      if (brought === null || !isDeepStrictEqual(store.read(), noGuestScreen)) return
      const picture = brought.picture !== null && isPicture(brought.picture) ? brought.picture : null
      store.write({ ...brought, display: null, picture })
      pictures += 1
      tellPlace()
      onChange()
    },
    tellPlace,
  }
}

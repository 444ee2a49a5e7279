import type { HandlersOf } from '../handlers.ts'
import type { GuestScreen } from './guest.service.ts'
import type { GuestSetting } from './setting.service.ts'

const done = (_work: void): Record<string, never> => ({})

/** What the guest's own screen may call, what staff do with it, and its settings. */
export const guestHandlers = (screen: GuestScreen, setting: GuestSetting): HandlersOf<'guest'> => ({
  'guest.screen': () => screen.view(),
  'guest.picture': () => ({ picture: setting.picture() }),
  'guest.type': ({ digits }) => screen.type(digits),
  'guest.enter': () => screen.enter(),
  'guest.step': ({ step }) => screen.step(step),
  'guest.join': (join) => screen.join(join),
  'guest.stay': () => screen.stay(),
  'guest.leave': () => screen.leave(),
  'guest.watch': () => screen.watch(),
  'guest.takeOver': () => screen.takeOver(),
  'guest.close': () => done(screen.close()),
  'guest.show': ({ customerId }) => done(screen.show(customerId)),
  'guest.name': ({ customerId, name }) => done(screen.rename(customerId, name)),
  'guest.settings': () => setting.read(),
  'guest.saveSettings': (options) => done(setting.save(options)),
  'guest.savePicture': ({ picture }) => done(setting.savePicture(picture)),
  // Main answers this itself; a backend without windows sees no displays.
  'guest.displays': () => ({ displays: [] }),
})

import { randomUUID } from 'node:crypto'
import { demoFiles } from './demo/demo-files.port.ts'
import { fillDemo } from './demo/filling.service.ts'
import { fillGiving } from './demo/giving.service.ts'
import type { Clock } from './platform/clock.ts'
import type { Emit } from './platform/emit.ts'
import type { Log } from './platform/log/log.ts'
import { createSite, type Site } from './site.ts'

/** A shop to look around in, in a folder of its own: made when it is entered, thrown away when it is left. */
export interface DemoShop {
  enter(): Promise<Site>
  /** The one that was open when the program ended; null when there was none, or it cannot be opened. */
  resume(): Promise<Site | null>
  leave(site: Site): Promise<void>
}

export interface DemoShopParts {
  readonly folder: string
  readonly clock: Clock
  readonly log: Log
  readonly emit: Emit
  readonly changed: () => void
}

export const createDemoShop = ({ folder, clock, log, emit, changed }: DemoShopParts): DemoShop => {
  const files = demoFiles(folder)
  const site = (): Site =>
    createSite({ ledgerPath: files.ledgerPath, demo: true, clock, log, emit, changed, keychain: null })

  return {
    async enter() {
      const passphrase = `demo-${randomUUID()}`
      files.begin(passphrase)
      const shop = site()
      try {
        await shop.confirmRecovery(await shop.create('단골장부 체험 가게', passphrase))
        const { ledger, shop: settings, entering, loyalty, rewards } = shop.open()
        const { reader, unit, ids } = ledger
        const now = clock.now()
        const parts = { reader, unit, ids, shop: settings, entering, loyalty: loyalty.loyalty }
        await fillGiving(rewards, await fillDemo(parts, now), now)
        await setUpDevices(shop)
        await shop.devices.start()
        return shop
      } catch (error) {
        await shop.stop()
        files.remove()
        throw error
      }
    },
    async resume() {
      const passphrase = files.passphrase()
      if (passphrase === null) return null
      const shop = site()
      try {
        await shop.start()
        await shop.unlock({ passphrase })
        return shop
      } catch (error) {
        log.warn('demo.resume', { error })
        await shop.stop()
        files.remove()
        return null
      }
    },
    async leave(shop) {
      await shop.stop()
      files.remove()
    },
  }
}

const setUpDevices = async ({ devices }: Site): Promise<void> => {
  await devices.printers.save({
    id: 'screen',
    name: '화면 프린터',
    enabled: true,
    columns: 42,
    kind: 'screen',
  })
  await devices.sources.save({
    id: 'demo-pos',
    name: '체험용 POS',
    enabled: true,
    kind: 'simulated',
    encoding: 'cp949',
    idleGapMs: 600,
    everyMs: 15_000,
  })
}

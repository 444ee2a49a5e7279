import type { TestPrinter } from '../../helpers/devices/test-printer.ts'
import type { KillableShop } from './killable-shop.ts'

export interface Scene {
  readonly shop: KillableShop
  readonly printer: TestPrinter
  readonly purpose: 'slip' | 'coupon'
  /** A whole number from 0 on, below `below`. */
  readonly random: (below: number) => number
  /** So many bytes of slips have come by now, and some more. */
  readonly within: () => number
  readonly pause: (ms: number) => Promise<void>
}

/** What befalls around some slips: `before` they are written down, or `after`, while they print. */
export interface Befall {
  before?(scene: Scene): void | Promise<void>
  after?(scene: Scene): void | Promise<void>
}

const killed = async ({ shop, random, pause }: Scene): Promise<void> => {
  await pause(random(120))
  await shop.kill()
  await shop.open()
}

/** Each kind comes as often as the others. */
export const befalls: Readonly<Record<string, Befall>> = {
  nothing: {},
  'no paper': { before: ({ printer }) => void (printer.faults.paperOut = true) },
  'paper ends within': { before: (scene) => void (scene.printer.faults.paperEndsAfter = scene.within()) },
  'cover open': { before: ({ printer }) => void (printer.faults.coverOpen = true) },
  'cover opens within': { before: (scene) => void (scene.printer.faults.coverOpensAfter = scene.within()) },
  'cutter jammed': { before: ({ printer }) => void (printer.faults.cutterJammed = true) },
  'power off': { before: ({ printer }) => printer.power(false) },
  'power ends within': { before: (scene) => void (scene.printer.faults.powerEndsAfter = scene.within()) },
  'gone within': { before: (scene) => void (scene.printer.faults.goneAfter = scene.within()) },
  'report lost': { before: ({ printer }) => void (printer.faults.losesReports = true) },
  'half a report': { before: ({ printer }) => void (printer.faults.halfReports = true) },
  'answers lost': {
    before: ({ printer, random }) => void (printer.faults.losesAnswers = 1 + random(4)),
  },
  'answers garbled': {
    before: ({ printer, random }) => void (printer.faults.garblesAnswers = 1 + random(6)),
  },
  'garbled without paper': {
    before: ({ printer, random }) => {
      printer.faults.paperOut = true
      printer.faults.garblesAnswers = 1 + random(6)
    },
  },
  slow: { before: ({ printer, random }) => void (printer.faults.slowMs = 50 + random(350)) },
  'half of the questions': { before: ({ printer }) => void (printer.faults.knowsOnly = [1, 4]) },
  'silent for a while': { before: ({ printer }) => void (printer.faults.silent = true) },
  'tells by itself': {
    before: (scene) => {
      scene.printer.faults.tellsByItself = true
      scene.printer.faults.paperEndsAfter = scene.within()
    },
  },
  killed: { after: killed },
  'killed without paper': {
    before: ({ printer }) => void (printer.faults.paperOut = true),
    after: killed,
  },
  'killed, paper ended within': {
    before: (scene) => void (scene.printer.faults.paperEndsAfter = scene.within()),
    after: killed,
  },
  'stopped while printing': {
    after: async ({ shop }) => {
      await shop.stop()
      await shop.open()
    },
  },
  'printed again': {
    after: async ({ shop, purpose }) => void (await shop.ask({ type: 'reprint', purpose })),
  },
  'called off without paper': {
    before: ({ printer }) => void (printer.faults.paperOut = true),
    after: async ({ shop }) => void (await shop.ask({ type: 'cancel' })),
  },
  'settings saved without paper': {
    before: ({ printer }) => void (printer.faults.paperOut = true),
    after: async ({ shop, purpose }) => void (await shop.ask({ type: 'save-printer', printerId: purpose })),
  },
}

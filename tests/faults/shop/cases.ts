import { cpSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { expect } from 'vitest'
import { openDeviceStore } from '#backend/devices/device-store.port.ts'
import { type BackendLab, passphrase } from '../../helpers/backend-lab.ts'
import { startTcpTestPrinter } from '../../helpers/devices/test-printer.ts'
import { temporaryFolder } from '../../helpers/ledger-lab.ts'
import { type DeedName, type Doer, join as joins, phoneOf, sales } from './deeds.ts'
import { doerOn, type Template, templateOf } from './places.ts'
import type { TracedRun } from './traced.ts'

/** What belongs to one run and to nothing else: the printer of `print`. */
interface Place {
  readonly folder: string
  readonly stick: string
  readonly given: string
}

export interface Case {
  readonly deed: DeedName
  readonly name: string
  /** How often in the short version; 0 leaves it out, for each one costs a program of its own. */
  readonly few: number
  /** How often in the full proof. */
  readonly kills: number
  prepare(): Promise<Template>
  given?(stick: string): string
  /** Something that has to run beside the program; answers what looks at it at the end, and ends it. */
  beside?(place: Place): Promise<{ look(doer: Doer): Promise<void>; end(): Promise<void> }>
  /** What was told holds, before the deed is finished; the ledger is open. */
  told?(doer: Doer, run: TracedRun): Promise<void>
  /** Once the deed is finished. */
  over?(doer: Doer, place: Place): Promise<void>
}

const count = (run: TracedRun, what: string): number =>
  run.lines.filter((line) => line.startsWith(`${what} `)).length

const joinedHold = async ({ call }: Doer, run: TracedRun): Promise<void> => {
  for (let index = 0; index < count(run, 'joined'); index += 1)
    expect(await call('customers.search', { query: phoneOf(index).slice(-4) })).toHaveLength(1)
}

const doerOf = (lab: BackendLab): Doer => ({
  passphrase,
  given: '',
  say: () => undefined,
  call: (name, input) => lab.call(name, input),
})

const threePeople = (): Promise<Template> =>
  templateOf(async (lab) => {
    for (const index of [0, 1, 2]) await joins(doerOf(lab), index)
  })

const newest = (stick: string): string =>
  readdirSync(join(stick, 'dangol-backup'), { recursive: true })
    .map(String)
    .filter((name) => name.endsWith('.dangol'))
    .map((name) => name.slice(0, -'.dangol'.length))
    .toSorted()
    .at(-1) ?? ''

/** On a PC that never saw this shop; null where no copy is called good. */
const restoredFrom = async (target: string): Promise<number | null> => {
  const fresh = await doerOn(temporaryFolder(), '', passphrase)
  try {
    const [good] = (await fresh.call('backup.copies', { target })).filter(({ state }) => state !== 'rotten')
    if (good === undefined) return null
    return (await fresh.call('backup.restore', { target, id: good.id, key: { passphrase } })).customers
  } finally {
    await fresh.close()
  }
}

const printing: Pick<Case, 'beside' | 'told'> = {
  async beside({ folder }) {
    const printer = await startTcpTestPrinter()
    openDeviceStore(join(folder, 'devices.json')).write({
      sources: [],
      printers: [
        {
          id: 'net',
          name: '계산대',
          enabled: true,
          columns: 42,
          kind: 'tcp',
          host: '127.0.0.1',
          port: printer.port,
        },
      ],
    })
    return {
      end: () => printer.close(),
      async look({ call }) {
        const slips = await call('slips.recent', { limit: 20 })
        expect(slips).toHaveLength(3)
        const paper = printer.slips().flat().join('\n')
        for (const { number, state, reprint } of slips) {
          expect(reprint).toBe(false)
          // Sent is the end where the printer did not answer in time.
          expect(['confirmed', 'sent', 'unknown']).toContain(state)
          const came = paper.split(number).length - 1
          expect(came).toBeLessThanOrEqual(1)
          if (state === 'confirmed') expect(came).toBe(1)
        }
      },
    }
  },
  async told(doer, run) {
    await joinedHold(doer, run)
    const receipts = await doer.call('receipts.recent', { limit: 10 })
    expect(receipts.filter(({ customer }) => customer !== null).length).toBeGreaterThanOrEqual(
      count(run, 'attached'),
    )
  },
}

export const cases: readonly Case[] = [
  {
    deed: 'print',
    name: 'while slips are printed',
    few: 1,
    kills: 140,
    prepare: () =>
      templateOf(async (lab) => {
        const base64 = sales(3).toString('base64')
        await lab.call('sources.importFile', { name: 'sales.bin', base64, encoding: 'cp949' })
      }),
    ...printing,
  },
  {
    deed: 'backup',
    name: 'during a backup',
    few: 1,
    kills: 100,
    prepare: () => templateOf(() => Promise.resolve()),
    given: (stick) => stick,
    async told(doer, run) {
      await joinedHold(doer, run)
      const backed = count(run, 'backed')
      const back = await restoredFrom(doer.given)
      expect(back ?? 0).toBeGreaterThanOrEqual(backed)
    },
    async over(_doer, { stick }) {
      expect(
        readdirSync(stick, { recursive: true }).filter((name) => String(name).endsWith('.part')),
      ).toEqual([])
      expect(await restoredFrom(stick)).toBe(2)
    },
  },
  {
    deed: 'open',
    name: 'while a ledger of an earlier version is brought forward',
    few: 1,
    kills: 100,
    async prepare() {
      const folder = temporaryFolder()
      cpSync(join(import.meta.dirname, '../../fixtures/ledgers/schema-20'), folder, { recursive: true })
      return { folder, passphrase: '옛 장부도 그대로 열려요 20', stick: temporaryFolder() }
    },
    async over({ call }, { folder }) {
      expect((await call('health.run', {})).last?.faults).toEqual([])
      expect(readdirSync(folder).filter((name) => /before-update|not-updated/.test(name))).toEqual([])
    },
  },
  {
    deed: 'wipe',
    name: 'while people are destroyed',
    few: 0,
    kills: 60,
    prepare: threePeople,
    async told({ call }, run) {
      for (let index = 0; index < count(run, 'destroyed'); index += 1)
        expect(await call('customers.search', { query: phoneOf(index).slice(-4) })).toEqual([])
    },
    async over({ call }) {
      expect(await call('customers.destructions', {})).toMatchObject({ destroyed: 2, waiting: 0 })
    },
  },
  {
    deed: 'restore',
    name: 'while a copy is put in place',
    few: 0,
    kills: 60,
    prepare: () =>
      templateOf(async (lab, stick) => {
        await joins(doerOf(lab), 0)
        await lab.call('backup.run', { target: stick })
        // Newer than the copy: the journal has them.
        for (const index of [1, 2]) await joins(doerOf(lab), index)
      }),
    given: (stick) => `${stick}\n${newest(stick)}`,
  },
  {
    deed: 'move',
    name: 'while another program’s list is written',
    few: 0,
    kills: 60,
    prepare: () => templateOf(() => Promise.resolve()),
  },
  {
    deed: 'bring',
    name: 'while a file of receipts is read',
    few: 0,
    kills: 60,
    prepare: () => templateOf(() => Promise.resolve()),
  },
]

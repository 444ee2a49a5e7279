import { appendFileSync, mkdirSync } from 'node:fs'
import { dirname } from 'node:path'

/** `npm run faults` runs them all; within `npm test` a sample of each kind does. */
export const full = process.env['DANGOL_FAULTS'] === 'full'
/** Of the full size, for a look in between: `--share=0.1`. */
const share = Number(process.env['DANGOL_FAULTS_SHARE'] ?? '1')

/** @returns how often something is done: a few times, or as often as the full proof asks for. */
export const times = (few: number, all: number): number => (full ? Math.max(1, Math.round(all * share)) : few)

/** Milliseconds that a test may take; the full proof runs beside other work, for hours. */
export const within = (fewSeconds: number, allMinutes: number): number =>
  full ? allMinutes * 60_000 * 6 : fewSeconds * 1_000

const file = process.env['DANGOL_FAULTS_FIGURES']

export interface Figure {
  readonly name: string
  /** How many faults there were. */
  readonly faults: number
  /** Where they hit, and how often. */
  readonly hit: Readonly<Record<string, number>>
  /** Other figures of it. */
  readonly also: Readonly<Record<string, number>>
}

/** Says what was done, and writes it down where a table is made of it. */
export const record = (name: string, places: readonly string[], also: Figure['also'] = {}): void => {
  const hit = Object.fromEntries(
    Object.entries(Object.groupBy(places, (place) => place))
      .map(([place, all = []]) => [place, all.length] as const)
      .sort(([a], [b]) => (a < b ? -1 : 1)),
  )
  const figure: Figure = { name, faults: places.length, hit, also }
  const said = Object.entries({ ...hit, ...also }).map(([place, count]) => `${place} ${count}`)
  console.log(`${name}: ${places.length} faults (${said.join(', ')})`)
  if (file === undefined) return
  mkdirSync(dirname(file), { recursive: true })
  appendFileSync(file, `${JSON.stringify(figure)}\n`)
}

// `npm run bench:loyalty [-- --operations=1000000]`: points through a million operations in any order, too long for
// `npm test`. Every world is checked by the same arithmetic as there.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createRandom } from '#backend/devices/simulated/random.ts'
import { formatNumber } from '#shared/won.ts'
import { faults } from '../../helpers/points/check.ts'
import { type RawLedger, rawLedger } from '../../helpers/points/raw-ledger.ts'
import { kinds, take } from '../../helpers/points/steps.ts'
import { newWorld } from '../../helpers/points/world.ts'
import { benchTable } from '../report.ts'
import { measured } from '../row.ts'

const given = process.argv.find((word) => word.startsWith('--operations='))
const operations = given === undefined ? 1_000_000 : Number(given.slice('--operations='.length))
/** As many as one group of customers lives through; a ledger holds some groups and then begins anew. */
const ofAWorld = 500
const ofALedger = 25_000

const folder = mkdtempSync(join(tmpdir(), 'dangol-points-'))
const random = createRandom(20_261_122)
const figure = (): number => random.between(0, 1_000_000)
const seen = new Map<string, number>()
const found: string[] = []
let ledger: RawLedger | null = null
let now = Date.UTC(2026, 10, 22, 3)
const begun = performance.now()

const count = (which: RawLedger): void => {
  const rows = which.db.prepare('SELECT kind, count(*) AS n FROM points_entry GROUP BY kind').all()
  for (const { kind, n } of rows as { kind: string; n: number }[]) seen.set(kind, (seen.get(kind) ?? 0) + n)
  const claims = which.db.prepare('SELECT count(*) FROM points_entry WHERE lot_id IS NULL AND points < 0')
  seen.set('claims', (seen.get('claims') ?? 0) + Number(claims.pluck().get()))
}

for (let done = 0; done < operations; done += ofAWorld) {
  if (done % ofALedger === 0) {
    if (ledger !== null) {
      count(ledger)
      ledger.db.close()
    }
    now = Date.UTC(2026, 10, 22, 3)
    ledger = rawLedger(join(folder, `${done}.dangol`), now)
    rmSync(join(folder, `${done - ofALedger}.dangol`), { force: true })
  }
  if (ledger === null) continue
  const world = newWorld(ledger, random.chance(0.5), now, random.between(2, 12))
  ledger.db.exec('BEGIN')
  for (let step = 0; step < ofAWorld; step += 1) {
    take(world, { kind: random.pick(kinds), a: figure(), b: figure(), c: figure() })
    world.trueNow += 3 * 3_600_000
  }
  ledger.db.exec('COMMIT')
  now = world.trueNow
  found.push(...faults(world).map((fault) => `world after ${done}: ${fault}`))
  if (done % 100_000 === 0) console.log(`${formatNumber(done)} of ${formatNumber(operations)}`)
}
if (ledger !== null) {
  count(ledger)
  ledger.db.close()
}
rmSync(folder, { recursive: true, force: true })

for (const fault of found.slice(0, 20)) console.error(fault)
const seconds = (performance.now() - begun) / 1000
const conditions = `${formatNumber(operations)} operations: ${[...seen]
  .sort(([a], [b]) => (a < b ? -1 : 1))
  .map(([kind, n]) => `${formatNumber(n)} ${kind}`)
  .join(', ')}`
const rows = [
  measured(true, {
    name: 'sums of points that do not agree',
    conditions,
    value: found.length,
    unit: 'of them',
    budget: { most: 0 },
  }),
  measured(true, {
    name: 'operations with points',
    conditions: 'without the journal',
    value: operations / seconds,
    unit: 'a second',
  }),
]
console.log(`\n${benchTable(rows).join('\n')}`)
process.exitCode = rows.every(({ ok }) => ok) ? 0 : 1

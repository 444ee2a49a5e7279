// `npm run bench:printing [-- --faults=500 --seed=20261122]`: a shop that prints through printer faults and kill -9.
import { benchTable } from '../report.ts'
import { type Measured, measured } from '../row.ts'
import { faultRun } from './faults.ts'

const numberOf = (name: string, usual: number): number => {
  const given = process.argv.find((word) => word.startsWith(`--${name}=`))
  return given === undefined ? usual : Number(given.slice(name.length + 3))
}

const run = await faultRun(numberOf('faults', 500), numberOf('seed', 20_261_122))
const conditions = `${Object.values(run.counts).reduce((sum, count) => sum + count, 0)} faults of ${Object.keys(run.counts).length} kinds, ${run.kills} × kill -9, ${run.slips} slips`
const row = (name: string, value: number): Measured =>
  measured(true, { name, conditions, value, unit: 'slips', budget: { most: 0 } })
const rows = [
  row('slips lost in silence', run.lost.length + run.missing.length),
  row('slips doubled without a mark', run.doubled.length),
  row('slips that came out after they were called off', run.unwanted.length),
  row('slips out of order', run.outOfOrder),
  row('faults after which the queue did not go on', run.stuck.length),
]
console.log(run.counts)
for (const [what, which] of Object.entries({
  lost: run.lost,
  missing: run.missing,
  doubled: run.doubled,
  unwanted: run.unwanted,
  stuck: run.stuck,
}))
  if (which.length > 0) console.log(what, which)
console.log(
  `${run.confirmed} confirmed, ${run.unknown} unknown (${run.unknownPrinted} of them on paper, people are asked)`,
)
console.log(`\n${benchTable(rows).join('\n')}`)
process.exitCode = rows.every(({ ok }) => ok) ? 0 : 1

// `npm run bench:mutations [-- --receipts=1000000 --seed=1]`: spoiled receipts, too many for `npm test`.
import { formatNumber } from '#shared/won.ts'
import { runMutations } from './run.ts'

const numberOf = (name: string, usual: number): number => {
  const given = process.argv.find((word) => word.startsWith(`--${name}=`))
  return given === undefined ? usual : Number(given.slice(name.length + 3))
}
const listed = (counts: ReadonlyMap<string, number>): string =>
  counts.size === 0 ? 'none' : [...counts].map(([name, count]) => `${name}: ${count}`).join('; ')
const mib = (bytes: number): string => `${(bytes / 1024 / 1024).toFixed(0)} MiB`

const [receipts, seed] = [numberOf('receipts', 1_000_000), numberOf('seed', 1)]
const start = performance.now()
const run = runMutations(receipts, seed, (done) => console.log(`${formatNumber(done)} …`))
console.log(
  [
    `spoiled receipts      ${formatNumber(run.receipts)} (seed ${seed}), ${mib(run.bytes)}, ${formatNumber(run.papers)} papers`,
    `counted without asking ${formatNumber(run.sure)}`,
    `thrown                ${listed(run.thrown)}`,
    `faults in readings    ${listed(run.faults)}`,
    `slowest               ${run.worstMs.toFixed(0)} ms`,
    `memory                ${mib(run.settledRss)} after 1,000, ${mib(run.mostRss)} at its most`,
    `took                  ${((performance.now() - start) / 1000).toFixed(0)} s`,
  ].join('\n'),
)
for (const example of run.examples) console.log(`\n${example}`)
process.exitCode = run.thrown.size + run.faults.size === 0 ? 0 : 1

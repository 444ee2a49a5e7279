// `npm run bench:fuzz [-- --messages=100000 --seed=1]`: messages to every method of the contract, too many for `npm test`.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { methodNames } from '#shared/contract/names.ts'
import { formatNumber } from '#shared/won.ts'
import { runFuzz } from './run.ts'

const numberOf = (name: string, usual: number): number => {
  const given = process.argv.find((word) => word.startsWith(`--${name}=`))
  return given === undefined ? usual : Number(given.slice(name.length + 3))
}

const [messages, seed] = [numberOf('messages', 100_000), numberOf('seed', 1)]
const folder = mkdtempSync(join(tmpdir(), 'dangol-fuzz-'))
const start = performance.now()
let unhandled = 0
process.on('unhandledRejection', (reason) => {
  unhandled += 1
  console.error('nobody took:', reason)
})
const run = await runFuzz(messages, seed, folder, (done) => console.log(`${formatNumber(done)} …`))
rmSync(folder, { recursive: true, force: true })

const refusals = [...run.refused].sort(([, a], [, b]) => b - a)
const all = refusals.reduce((sum, [, count]) => sum + count, 0)
console.log(
  [
    `messages          ${formatNumber(run.messages)} (seed ${seed})`,
    `answered          ${formatNumber(run.answered)}, by ${run.reached.size} of ${methodNames.length} methods`,
    `refused           ${formatNumber(all)}, with ${refusals.length} codes`,
    ...refusals.slice(0, 12).map(([code, count]) => `  ${code.padEnd(30)} ${formatNumber(count)}`),
    `never answered    ${methodNames.filter((name) => !run.reached.has(name)).join(' ')}`,
    `faults            ${run.faults.length + unhandled}`,
    `ledger afterwards ${run.ledger.length === 0 ? 'whole' : run.ledger.join(' ')}`,
    `took              ${((performance.now() - start) / 1000).toFixed(0)} s`,
  ].join('\n'),
)
for (const fault of run.faults) console.log(`\n${fault}`)
const told = new Set<string>()
for (const line of run.failed) {
  const method = /"method":"([^"]*)"/.exec(line)?.[1] ?? ''
  if (!told.has(method)) console.log(`\n${line.slice(0, 1_500)}`)
  told.add(method)
}
// What the messages have started may wait for devices that are not there, for as long as it likes.
process.exit(run.faults.length + unhandled + run.ledger.length === 0 ? 0 : 1)

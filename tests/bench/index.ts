// `npm run bench`: the budgets on a generated shop of ten years; `--quick` takes a tenth of it and counts for nothing;
// `--receipts=N` takes another size, which counts for nothing either. Leaves bench.json.
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { build } from '../../dev/build.ts'
import { benchTable } from './report.ts'
import { bare } from './row.ts'
import { runBench } from './run.ts'
import { shopPlan } from './shop/plan.ts'

const root = join(import.meta.dirname, '../..')
const given = process.argv.slice(2)
const size = given.find((word) => word.startsWith('--receipts='))?.slice('--receipts='.length)
const unknown = given.find((word) => word !== '--quick' && !/^--receipts=\d+$/.test(word))

if (unknown === undefined) {
  const quick = given.includes('--quick') || size !== undefined
  const receipts = size === undefined ? (quick ? 110_000 : 1_100_000) : Number(size)
  const start = performance.now()
  // Started as it is shipped, not from its sources.
  const trouble = build()
  if (trouble !== null) throw new Error(`The app could not be built:\n${trouble}`)
  const rows = await runBench({
    cache: join(root, '.demo/bench'),
    plan: shopPlan(receipts),
    backendEntry: join(root, 'out/main/backend.js'),
    counts: !quick,
    effort: quick ? 0.15 : 1,
    say: (line) => console.log(line),
  })
  console.log(`\n${benchTable(rows).join('\n')}`)
  const file = join(root, 'bench.json')
  writeFileSync(file, `${JSON.stringify(rows.map(bare), null, 2)}\n`)
  const missed = rows.filter(({ ok }) => !ok)
  console.log(
    `\n${file}, ${((performance.now() - start) / 1000).toFixed(0)} s. ` +
      (quick
        ? 'A quick run: counts for no budget.'
        : missed.length === 0
          ? 'Every budget is kept.'
          : `Missed: ${missed.map(({ name }) => name).join('; ')}.`),
  )
  process.exitCode = missed.length === 0 ? 0 : 1
} else {
  console.error(`${unknown} is not known here: npm run bench -- [--quick] [--receipts=N]`)
  process.exitCode = 2
}

// All proofs by faults at their full size: `npm run faults`; some of them: `npm run faults tests/faults/sticks`; a tenth of
// their size: `npm run faults -- --share=0.1`. Prints a table and writes `faults.json`, where what was not run this time
// stays as it was. Within `npm test` a sample of each kind runs.
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { runScript } from './checks/check.ts'
import { root, script } from './project.ts'

interface Figure {
  readonly name: string
  readonly faults: number
  readonly hit: Readonly<Record<string, number>>
  readonly also: Readonly<Record<string, number>>
}

const options = process.argv.slice(2)
const share = options.find((option) => option.startsWith('--share='))?.slice('--share='.length) ?? '1'
if (!(Number(share) > 0 && Number(share) <= 1)) throw new Error('--share is a number above 0, 1 at most.')
const words = options.filter((option) => !option.startsWith('--'))
const folder = mkdtempSync(join(tmpdir(), 'dangol-faults-'))
const file = join(folder, 'figures.jsonl')
const start = performance.now()
const { code } = await runScript(
  [script('vitest/vitest.mjs'), 'run', ...(words.length === 0 ? ['tests/faults'] : words), '--maxWorkers=2'],
  { DANGOL_FAULTS: 'full', DANGOL_FAULTS_FIGURES: file, DANGOL_FAULTS_SHARE: share },
  true,
)
const figures: Figure[] = existsSync(file)
  ? readFileSync(file, 'utf8')
      .split('\n')
      .filter((line) => line !== '')
      .map((line) => JSON.parse(line) as Figure)
  : []
rmSync(folder, { recursive: true, force: true })
const seconds = Math.round((performance.now() - start) / 1_000)

const widest = Math.max(...figures.map(({ name }) => name.length), 4)
for (const { name, faults, hit, also } of figures) {
  const places = Object.entries({ ...hit, ...also }).map(([place, count]) => `${place} ${count}`)
  console.log(`${name.padEnd(widest)}  ${String(faults).padStart(6)}  ${places.join(', ')}`)
}
const all = figures.reduce((sum, { faults }) => sum + faults, 0)
console.log(
  `${all} faults in ${seconds} s; ${code === 0 ? 'nothing lost, nothing doubled' : 'something failed, see above'}`,
)
const kept = join(root, 'faults.json')
const before = existsSync(kept)
  ? (JSON.parse(readFileSync(kept, 'utf8')) as { figures: Figure[] }).figures
  : []
const others = before.filter(({ name }) => !figures.some((figure) => figure.name === name))
writeFileSync(
  kept,
  `${JSON.stringify({ seconds, ok: code === 0, figures: [...others, ...figures] }, null, 2)}\n`,
)
process.exitCode = code

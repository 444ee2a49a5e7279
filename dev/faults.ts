// All proofs by faults at their full size: `npm run faults`. Prints a table and writes `faults.json`. Within `npm test` a
// sample of each kind runs.
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { runScript } from './checks/check.ts'
import { root, script } from './project.ts'

interface Figure {
  readonly name: string
  readonly faults: number
  readonly hit: Readonly<Record<string, number>>
}

const words = process.argv.slice(2)
const folder = mkdtempSync(join(tmpdir(), 'dangol-faults-'))
const file = join(folder, 'figures.jsonl')
const start = performance.now()
const { code } = await runScript(
  [script('vitest/vitest.mjs'), 'run', ...(words.length === 0 ? ['tests/faults'] : words), '--maxWorkers=2'],
  { DANGOL_FAULTS: 'full', DANGOL_FAULTS_FIGURES: file },
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
for (const { name, faults, hit } of figures) {
  const places = Object.entries(hit).map(([place, count]) => `${place} ${count}`)
  console.log(`${name.padEnd(widest)}  ${String(faults).padStart(6)}  ${places.join(', ')}`)
}
const all = figures.reduce((sum, { faults }) => sum + faults, 0)
console.log(
  `${all} faults in ${seconds} s; ${code === 0 ? 'nothing lost, nothing doubled' : 'something failed, see above'}`,
)
writeFileSync(join(root, 'faults.json'), `${JSON.stringify({ seconds, ok: code === 0, figures }, null, 2)}\n`)
process.exitCode = code

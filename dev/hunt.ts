// Looks for what the properties' fixed draws do not show: `npm run hunt -- [minutes] [files…]` runs every test file that
// has properties with new seeds until the time is over, or until one fails; it prints the seed to try it with again.
import { readFileSync } from 'node:fs'
import { glob } from 'node:fs/promises'
import { join } from 'node:path'
import { runScript } from './checks/check.ts'
import { root, script } from './project.ts'

const [asked = '10', ...words] = process.argv.slice(2)
const minutes = Number(asked)
if (!(minutes > 0 && minutes <= 24 * 60)) throw new Error(`Not a number of minutes: ${asked}`)
const end = Date.now() + minutes * 60_000

const files: string[] = []
for await (const path of glob('tests/{unit,migrations,contract,architecture}/**/*.test.{ts,tsx}', {
  cwd: root,
})) {
  const wanted = words.length === 0 || words.some((word) => path.includes(word))
  if (wanted && readFileSync(join(root, path), 'utf8').includes('fc.assert')) files.push(path)
}

let rounds = 0
while (Date.now() < end) {
  const seed = Math.trunc(Math.random() * 2 ** 31)
  console.log(`seed ${seed}: ${files.length} files`)
  const { code } = await runScript(
    [script('vitest/vitest.mjs'), 'run', ...files, '--maxWorkers=2', '--reporter=dot'],
    { DANGOL_SEED: String(seed) },
    true,
  )
  if (code !== 0) {
    console.log(`Found one. Again: DANGOL_SEED=${seed} npx vitest run <file>`)
    process.exitCode = 1
    break
  }
  rounds += 1
}
console.log(`${rounds} rounds of ${files.length} files without a fault`)

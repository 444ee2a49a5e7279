// Everything that has to hold: `npm test`. Goes on after a failure, so that one run tells all; the last line counts.
// `npm run -s test:all -- WORD…` runs only the steps whose name contains one of the words.
import { packageCheck } from './checks/package-check.ts'
import { buildCheck, staticChecks } from './checks/static-checks.ts'
import { playwright, vitest } from './checks/suites.ts'
import { findElectron } from './electron-binary.mjs'
import { root } from './project.ts'

const words = process.argv.slice(2)
const all = [...staticChecks, vitest, buildCheck, packageCheck, playwright]
const chosen = words.length === 0 ? all : all.filter(({ name }) => words.some((word) => name.includes(word)))

const totals = { passed: 0, failed: 0 }
const skipped: string[] = []
const lines: string[] = []

for (const check of chosen) {
  console.log(`\n— ${check.name}`)
  const start = performance.now()
  const outcome = await check.run()
  const seconds = ((performance.now() - start) / 1000).toFixed(1)
  totals.passed += outcome.passed
  totals.failed += outcome.failed
  skipped.push(...outcome.skipped.map((name) => `${check.name}: ${name}`))
  if (outcome.details !== '') console.log(outcome.details)
  const line = `${outcome.failed === 0 ? 'ok    ' : 'FAILED'} ${seconds.padStart(6)} s  ${check.name} (${outcome.passed} passed, ${outcome.failed} failed)`
  lines.push(line)
  console.log(line)
}

console.log(`\n${lines.join('\n')}`)
if (chosen.includes(playwright))
  console.log(
    findElectron(root)
      ? 'End-to-end tests ran in Electron.'
      : "End-to-end tests ran in the Chromium runtime: Electron's binary is not installed here.",
  )
if (skipped.length > 0) console.log(`Skipped:\n${skipped.map((name) => `  ${name}`).join('\n')}`)
if (chosen.length === 0) totals.failed = 1
process.exitCode = totals.failed === 0 ? 0 : 1
console.log(`${totals.passed} passed, ${totals.failed} failed`)

import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { script } from '../project.ts'
import { type Check, failed, type Outcome, runScript } from './check.ts'

/** The parts of vitest's JSON report that are read. */
export interface VitestReport {
  readonly success: boolean
  readonly numPassedTests: number
  readonly numFailedTests: number
  readonly numFailedTestSuites: number
  readonly testResults: readonly {
    readonly status: string
    readonly name: string
    readonly message?: string
    readonly assertionResults: readonly {
      readonly status: string
      readonly fullName: string
      /** Of a test that passed: what its first attempt failed with. */
      readonly failureMessages?: readonly string[]
    }[]
  }[]
}

/** The parts of Playwright's JSON report that are read. */
export interface PlaywrightReport {
  readonly suites: readonly PlaywrightSuite[]
  readonly stats: {
    readonly expected: number
    readonly unexpected: number
    readonly flaky: number
    readonly skipped: number
  }
  readonly errors: readonly { readonly message?: string }[]
}
interface PlaywrightSuite {
  readonly title: string
  readonly suites?: readonly PlaywrightSuite[]
  readonly specs: readonly {
    readonly title: string
    readonly tests: readonly {
      readonly status: string
      readonly annotations: readonly { readonly type: string; readonly description?: string }[]
    }[]
  }[]
}

const ran = (outcome: Outcome): Outcome =>
  outcome.passed + outcome.failed > 0 ? outcome : failed(`No test ran.\n${outcome.details}`)

/** @param shaky what did not hold at once; it is named, so that somebody mends it. */
const atSecondAttempt = (shaky: readonly string[]): string =>
  shaky.length === 0 ? '' : `Passed only at the second attempt:\n  ${shaky.join('\n  ')}`

const shakyTests = (report: VitestReport): string[] =>
  report.testResults.flatMap(({ assertionResults }) =>
    assertionResults.flatMap(({ status, fullName, failureMessages = [] }) => {
      const why = failureMessages[0]?.split('\n')[0]
      return status === 'passed' && why !== undefined ? [`${fullName} (${why})`] : []
    }),
  )

/**
 * Counts tests; a file that could not even be loaded counts as one failure. Real programs, sockets and clocks stand behind
 * many tests: one that fails and then passes is named, one that fails twice has failed.
 */
export const readVitest = (report: VitestReport): Outcome => {
  const unloaded = report.testResults.filter(
    ({ status, assertionResults }) =>
      status === 'failed' && !assertionResults.some((test) => test.status === 'failed'),
  )
  const counted = report.numFailedTests + unloaded.length
  // An error outside of any test (an unhandled rejection) fails the run without failing a test.
  const failures = counted === 0 && !report.success ? 1 : counted
  return ran({
    passed: report.numPassedTests,
    failed: failures,
    skipped: report.testResults.flatMap(({ assertionResults }) =>
      assertionResults
        .filter(({ status }) => status !== 'passed' && status !== 'failed')
        .map(({ fullName }) => fullName),
    ),
    details: atSecondAttempt(shakyTests(report)),
  })
}

const skippedIn = (suite: PlaywrightSuite): string[] => [
  ...suite.specs.flatMap(({ title, tests }) =>
    tests
      .filter(({ status }) => status === 'skipped')
      .map(({ annotations }) => {
        const why = annotations.find(({ type }) => type === 'skip' || type === 'fixme')?.description
        return why === undefined ? title : `${title} (${why})`
      }),
  ),
  ...(suite.suites ?? []).flatMap(skippedIn),
]

const shakyIn = (suite: PlaywrightSuite): string[] => [
  ...suite.specs
    .filter(({ tests }) => tests.some(({ status }) => status === 'flaky'))
    .map(({ title }) => title),
  ...(suite.suites ?? []).flatMap(shakyIn),
]

/**
 * A whole app, a browser and a debugging port between them: a test that fails and then passes at once is named, not
 * counted as a failure. One that fails twice is.
 */
export const readPlaywright = (report: PlaywrightReport): Outcome => {
  const { expected, unexpected, flaky } = report.stats
  return ran({
    passed: expected + flaky,
    failed: unexpected + report.errors.length,
    skipped: report.suites.flatMap(skippedIn),
    details: atSecondAttempt(report.suites.flatMap(shakyIn)),
  })
}

const suite = (
  name: string,
  args: (file: string) => readonly string[],
  env: (file: string) => Record<string, string>,
  read: (report: never) => Outcome,
): Check => ({
  name,
  run: async () => {
    const folder = mkdtempSync(join(tmpdir(), 'dangol-report-'))
    const file = join(folder, 'report.json')
    try {
      const { code } = await runScript(args(file), env(file), true)
      let report: never
      try {
        report = JSON.parse(readFileSync(file, 'utf8')) as never
      } catch {
        return failed('It left no report.')
      }
      // What it said was shown as it came.
      const outcome = read(report)
      const silent = code !== 0 && outcome.failed === 0
      return silent ? { ...outcome, failed: 1, details: `It ended with code ${code}.` } : outcome
    } finally {
      rmSync(folder, { recursive: true, force: true })
    }
  },
})

export const vitest: Check = suite(
  'unit, migration, contract, architecture, fault tests',
  (file) => [
    script('vitest/vitest.mjs'),
    'run',
    '--retry=1',
    '--reporter=dot',
    '--reporter=json',
    `--outputFile.json=${file}`,
  ],
  () => ({}),
  readVitest,
)

export const playwright: Check = suite(
  'end-to-end tests',
  () => [script('@playwright/test/cli.js'), 'test', '--reporter=list,json'],
  (file) => ({ DANGOL_BUILT: '1', PLAYWRIGHT_JSON_OUTPUT_FILE: file }),
  readPlaywright,
)

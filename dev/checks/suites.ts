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

/** Counts tests; a file that could not even be loaded counts as one failure. */
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
    details: '',
  })
}

/** Where more fails than this, nothing is shaky: it is broken. */
const shakyAtMost = 8

/** Paths of the files worth a second attempt: what failed in them, or how they ended, may have been the machine. */
export const shakyFiles = (report: VitestReport): string[] => {
  const files = report.testResults.filter(({ status }) => status === 'failed').map(({ name }) => name)
  return files.length > shakyAtMost ? [] : files
}

/**
 * Real programs, sockets and clocks stand behind many tests, and a process of tests can die of its engine: a file that
 * fails is run once more by itself. What holds then is named with what it first failed with; what does not has failed.
 */
export const afterSecondAttempt = (first: VitestReport, second: VitestReport): Outcome => {
  const again = new Set(second.testResults.map(({ name }) => name))
  const testResults = [...first.testResults.filter(({ name }) => !again.has(name)), ...second.testResults]
  const count = (wanted: string): number =>
    testResults.flatMap(({ assertionResults }) => assertionResults).filter(({ status }) => status === wanted)
      .length
  const outcome = readVitest({
    success: second.success,
    numPassedTests: count('passed'),
    numFailedTests: count('failed'),
    numFailedTestSuites: testResults.filter(({ status }) => status === 'failed').length,
    testResults,
  })
  const shaky = first.testResults
    .filter(({ name }) => second.testResults.some((file) => file.name === name && file.status === 'passed'))
    .flatMap(({ name, assertionResults }) => {
      const failedTests = assertionResults.filter(({ status }) => status === 'failed')
      if (failedTests.length === 0) return [`${name} (it never came to its end)`]
      return failedTests.map(({ fullName, failureMessages = [] }) => {
        const why = failureMessages[0]?.split('\n')[0] ?? ''
        return `${fullName} (${why})`
      })
    })
  return { ...outcome, details: atSecondAttempt(shaky) }
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

interface Reported<R> {
  readonly code: number
  /** Null where none was left. */
  readonly report: R | null
}

/** What it says is shown as it comes. */
const reported = async <R>(
  args: (file: string) => readonly string[],
  env: (file: string) => Record<string, string>,
): Promise<Reported<R>> => {
  const folder = mkdtempSync(join(tmpdir(), 'dangol-report-'))
  const file = join(folder, 'report.json')
  try {
    const { code } = await runScript(args(file), env(file), true)
    try {
      return { code, report: JSON.parse(readFileSync(file, 'utf8')) as R }
    } catch {
      return { code, report: null }
    }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

const judged = <R>({ code, report }: Reported<R>, read: (report: R) => Outcome): Outcome => {
  if (report === null) return failed('It left no report.')
  const outcome = read(report)
  const silent = code !== 0 && outcome.failed === 0
  return silent ? { ...outcome, failed: 1, details: `It ended with code ${code}.` } : outcome
}

const runVitest = (files: readonly string[]): Promise<Reported<VitestReport>> =>
  reported(
    (file) => [
      script('vitest/vitest.mjs'),
      'run',
      ...files,
      '--reporter=dot',
      '--reporter=json',
      `--outputFile.json=${file}`,
      ...(files.length === 0 ? [] : ['--maxWorkers=1']),
    ],
    () => ({}),
  )

export const vitest: Check = {
  name: 'unit, migration, contract, architecture, fault tests',
  run: async () => {
    const first = await runVitest([])
    const files = first.report === null ? [] : shakyFiles(first.report)
    if (first.report === null || files.length === 0) return judged(first, readVitest)
    const { report } = first
    console.log(`\nOnce more by themselves:\n  ${files.join('\n  ')}`)
    return judged(await runVitest(files), (second) => afterSecondAttempt(report, second))
  },
}

export const playwright: Check = {
  name: 'end-to-end tests',
  run: async () =>
    judged(
      await reported<PlaywrightReport>(
        () => [script('@playwright/test/cli.js'), 'test', '--reporter=list,json'],
        (file) => ({ DANGOL_BUILT: '1', PLAYWRIGHT_JSON_OUTPUT_FILE: file }),
      ),
      readPlaywright,
    ),
}

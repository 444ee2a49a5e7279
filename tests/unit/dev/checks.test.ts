import { describe, expect, test } from 'vitest'
import { judge, runScript } from '../../../dev/checks/check.ts'
import { numberIn } from '../../../dev/checks/static-checks.ts'
import {
  afterSecondAttempt,
  type PlaywrightReport,
  readPlaywright,
  readVitest,
  shakyFiles,
  type VitestReport,
} from '../../../dev/checks/suites.ts'

test('a check that ended well and looked at something has passed', () => {
  expect(judge({ code: 0, output: '' }, 3)).toMatchObject({ passed: 1, failed: 0 })
})

test('a check that looked at nothing has failed, however well it ended', () => {
  expect(judge({ code: 0, output: 'Checked 0 files' }, 0)).toMatchObject({ passed: 0, failed: 1 })
  expect(judge({ code: 1, output: 'bad' }, 3)).toEqual({ passed: 0, failed: 1, skipped: [], details: 'bad' })
})

test('the number in a summary', () => {
  expect(numberIn('Checked 12 files in 3ms', /Checked (\d+) files/)).toBe(12)
  expect(numberIn('nothing', /Checked (\d+) files/)).toBe(0)
})

test('a script that is not there is a failure, not a crash', async () => {
  expect((await runScript(['/nowhere/at/all.js'])).code).not.toBe(0)
})

const vitestReport = (more: Partial<VitestReport>): VitestReport => ({
  success: true,
  numPassedTests: 0,
  numFailedTests: 0,
  numFailedTestSuites: 0,
  testResults: [],
  ...more,
})
const result = (status: string, fullName = 'a test') => ({ status, fullName })

test('vitest: tests are counted and skipped ones are named', () => {
  const report = vitestReport({
    numPassedTests: 2,
    testResults: [
      {
        status: 'passed',
        name: 'a',
        assertionResults: [result('passed'), result('passed'), result('skipped', 'left out')],
      },
    ],
  })
  expect(readVitest(report)).toEqual({ passed: 2, failed: 0, skipped: ['left out'], details: '' })
})

const file = (
  name: string,
  ...tests: VitestReport['testResults'][number]['assertionResults'][number][]
): VitestReport['testResults'][number] => ({
  name,
  status: tests.some(({ status }) => status !== 'passed') ? 'failed' : 'passed',
  assertionResults: tests,
})

describe('vitest: a second attempt by itself', () => {
  const fine = file('fine', result('passed'), result('passed'))
  const first = vitestReport({
    success: false,
    numPassedTests: 3,
    numFailedTests: 1,
    testResults: [
      fine,
      file('shaky', result('passed'), {
        ...result('failed', 'comes in time'),
        failureMessages: ['Error: too late\n    at somewhere'],
      }),
      // The process died under it.
      file('died', result('pending')),
    ],
  })
  const second = (...testResults: ReturnType<typeof file>[]) =>
    vitestReport({ success: testResults.every(({ status }) => status === 'passed'), testResults })

  test('is had by files that failed, unless so many did that something is broken', () => {
    expect(shakyFiles(first)).toEqual(['shaky', 'died'])
    const broken = Array.from({ length: 9 }, (_, n) => file(`file ${n}`, result('failed')))
    expect(shakyFiles(vitestReport({ testResults: broken }))).toEqual([])
  })

  test('counts, and what first failed is named', () => {
    const again = second(file('shaky', result('passed'), result('passed')), file('died', result('passed')))
    expect(afterSecondAttempt(first, again)).toEqual({
      passed: 5,
      failed: 0,
      skipped: [],
      details:
        'Passed only at the second attempt:\n  comes in time (Error: too late)\n  died (it never came to its end)',
    })
  })

  test('that fails is a failure, and so is a file that dies twice', () => {
    const again = second(file('shaky', result('passed'), result('failed')), file('died', result('pending')))
    expect(afterSecondAttempt(first, again)).toMatchObject({ passed: 3, failed: 2 })
  })
})

test('vitest: a file that could not be loaded is a failure', () => {
  const report = vitestReport({
    success: false,
    numPassedTests: 1,
    testResults: [{ status: 'failed', name: 'broken', assertionResults: [] }],
  })
  expect(readVitest(report)).toMatchObject({ passed: 1, failed: 1 })
})

test('vitest: an error outside of any test is a failure', () => {
  expect(readVitest(vitestReport({ success: false, numPassedTests: 5 }))).toMatchObject({ failed: 1 })
})

test('vitest: no test at all is a failure', () => {
  expect(readVitest(vitestReport({}))).toMatchObject({ passed: 0, failed: 1 })
})

const playwrightReport = (
  stats: Partial<PlaywrightReport['stats']>,
  more: Partial<PlaywrightReport> = {},
) => ({
  suites: [],
  errors: [],
  stats: { expected: 0, unexpected: 0, flaky: 0, skipped: 0, ...stats },
  ...more,
})

test('playwright: what passes only at the second attempt is named; an error of the run is a failure', () => {
  const suites = [{ title: 'f', specs: [{ title: 'shaky', tests: [{ status: 'flaky', annotations: [] }] }] }]
  const outcome = readPlaywright(playwrightReport({ expected: 3, flaky: 1 }, { suites }))
  expect(outcome).toMatchObject({ passed: 4, failed: 0 })
  expect(outcome.details).toContain('shaky')
  expect(readPlaywright(playwrightReport({ expected: 3, unexpected: 1 }))).toMatchObject({ failed: 1 })
  expect(readPlaywright(playwrightReport({ expected: 3 }, { errors: [{ message: 'x' }] }))).toMatchObject({
    failed: 1,
  })
  expect(readPlaywright(playwrightReport({}))).toMatchObject({ passed: 0, failed: 1 })
})

const skippedSpec = (title: string, description?: string) => ({
  title,
  tests: [{ status: 'skipped', annotations: [{ type: 'skip', ...(description && { description }) }] }],
})

test('playwright: skipped tests are named with their reason', () => {
  const suites = [
    {
      title: 'f',
      specs: [skippedSpec('a')],
      suites: [{ title: 'g', specs: [skippedSpec('b', 'no socat')] }],
    },
  ]
  expect(readPlaywright(playwrightReport({ expected: 1, skipped: 2 }, { suites })).skipped).toEqual([
    'a',
    'b (no socat)',
  ])
})

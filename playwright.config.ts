import { defineConfig } from '@playwright/test'

export default defineConfig({
  testDir: 'tests/e2e',
  globalSetup: './tests/e2e/fixture/build-once.ts',
  outputDir: 'test-results/e2e',
  workers: 2,
  fullyParallel: true,
  // What passes only at the second attempt is named by `npm test`.
  retries: 1,
  // Generous: a busy machine is no failure. Nothing waits by sleeping.
  timeout: 120_000,
  expect: { timeout: 20_000 },
  forbidOnly: true,
  reporter: [['list']],
  use: { viewport: { width: 1024, height: 768 }, locale: 'ko-KR', timezoneId: 'Asia/Seoul' },
})

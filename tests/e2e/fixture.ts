import { test as base } from '@playwright/test'
import { RunningApp } from './fixture/running-app.ts'

interface Options {
  /** Whether the system has a keychain (default: no). Only the Chromium runtime can be told. */
  readonly keychain: boolean
  /** Whether the app and what it starts put temporary files into a folder of their own, `app.temporary`. */
  readonly ownTemporary: boolean
  /** Start the app before the test (default); otherwise the test calls `app.start()`. */
  readonly autoStart: boolean
}

/**
 * Every end-to-end test starts here: the built app in a fresh data folder, in Electron where its binary is installed
 * and in the Chromium runtime otherwise. `test.use({ viewport, colorScheme, keychain, ownTemporary, autoStart })` changes the start.
 */
export const test = base.extend<Options & { app: RunningApp }>({
  keychain: [false, { option: true }],
  ownTemporary: [false, { option: true }],
  autoStart: [true, { option: true }],
  app: async ({ viewport, colorScheme, keychain, ownTemporary, autoStart }, use, info) => {
    const app = new RunningApp({ viewport, colorScheme }, keychain, ownTemporary)
    try {
      if (autoStart) await app.start()
      await use(app)
      if (info.status !== info.expectedStatus) {
        await info.attach('log', { body: app.log, contentType: 'text/plain' })
        const path = info.outputPath('at-failure.png')
        await app.page.screenshot({ path }).catch(() => {})
      }
    } finally {
      await app.dispose()
    }
  },
  page: async ({ app }, use) => use(app.page),
})

export { expect } from '@playwright/test'
export { enterWhileComposing, typeKorean } from './fixture/korean.ts'
export { RunningApp } from './fixture/running-app.ts'

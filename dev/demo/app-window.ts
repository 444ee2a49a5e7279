import { type ChildProcess, spawn } from 'node:child_process'
import { join } from 'node:path'
import { chromium, type Page } from 'playwright-core'
import { root } from '../project.ts'
import { DemoError, found } from './demo-error.ts'

/** The built app in a window without a display, at the size of a counter's screen. */
export interface AppWindow {
  readonly page: Page
  close(): Promise<void>
}

const size = { width: 1024, height: 768 }

/** @param userData the app's folder; its ledger lies in `data` below it. */
export const openAppWindow = async (
  userData: string,
  later: (undo: () => void) => void,
): Promise<AppWindow> => {
  const app = spawn(
    process.execPath,
    [
      '--import',
      join(root, 'dev/chromium-runtime/register.ts'),
      join(root, 'out/main/index.js'),
      '--headless',
      '--remote-debugging-port=0',
      `--data=${userData}`,
    ],
    { stdio: ['ignore', 'ignore', 'pipe'] },
  )
  later(() => void app.kill())
  const ended = new Promise<void>((resolve) => app.once('close', () => resolve()))
  try {
    const browser = await chromium.connectOverCDP(await debuggingAddress(app))
    const page = await found(
      () =>
        browser
          .contexts()
          .flatMap((context) => context.pages())
          .find((one) => one.url().includes('dangol')),
      "The app's window did not open.",
    )
    await page.setViewportSize(size)
    return {
      page,
      async close() {
        await browser.close()
        app.kill()
        await ended
      },
    }
  } catch (error) {
    app.kill()
    throw error
  }
}

const debuggingAddress = async (app: ChildProcess): Promise<string> => {
  let said = ''
  app.stderr?.setEncoding('utf8').on('data', (text: string) => {
    said += text
  })
  return found(
    () => {
      if (app.exitCode !== null) throw new DemoError('The app ended before its window opened.')
      return /^DevTools listening on (ws:\S+)\n/m.exec(said)?.[1]
    },
    "The app's browser did not start.",
    30_000,
  )
}

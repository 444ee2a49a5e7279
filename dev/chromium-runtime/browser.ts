import { spawn } from 'node:child_process'
import { mkdirSync, readlinkSync } from 'node:fs'
import { join } from 'node:path'
import type { Readable, Writable } from 'node:stream'
import { setTimeout } from 'node:timers/promises'
import { findChromium } from '../chromium.mjs'
import { type Connection, connect, type Session } from './cdp.ts'

const hasDisplay = (): boolean =>
  process.platform === 'linux' ? Boolean(process.env['DISPLAY'] ?? process.env['WAYLAND_DISPLAY']) : true

const given = (name: string): string | undefined =>
  process.argv.findLast((word) => word.startsWith(`--${name}=`))?.slice(name.length + 3)

const switches = (profile: string): string[] => [
  `--user-data-dir=${profile}`,
  '--remote-debugging-pipe',
  '--no-first-run',
  '--no-default-browser-check',
  '--disable-quic',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--disable-extensions',
  '--disable-features=Translate,MediaRouter,OptimizationHints,AutofillServerCommunication',
  '--disable-backgrounding-occluded-windows',
  '--disable-renderer-backgrounding',
  '--password-store=basic',
  '--use-mock-keychain',
  '--window-size=1024,768',
  ...(given('remote-debugging-port') ? [`--remote-debugging-port=${given('remote-debugging-port')}`] : []),
  // Chromium's own sandbox cannot start as root.
  ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
  ...(hasDisplay() && !process.argv.includes('--headless')
    ? ['--app=about:blank']
    : ['--headless=new', 'about:blank']),
]

export interface PageTarget {
  readonly targetId: string
  readonly session: Session
}

export interface Browser {
  readonly connection: Connection
  /** The page that Chromium starts with first, then new ones. */
  newPage(width: number, height: number): Promise<PageTarget>
  close(): void
  /** Resolves when the process has ended. */
  readonly gone: Promise<void>
}

/**
 * A browser that was killed with its parent takes a moment to end; a new one on the same profile would hand over to it
 * and leave. Chromium writes its process id into a link (on Windows it waits by itself).
 */
const profileIsFree = async (profile: string): Promise<void> => {
  for (let tries = 0; tries < 250; tries += 1) {
    try {
      process.kill(Number(readlinkSync(join(profile, 'SingletonLock')).split('-').at(-1)), 0)
    } catch {
      return
    }
    await setTimeout(20)
  }
}

/** A page that is still on its way to its first blank document answers questions with errors. */
const settled = async (session: Session): Promise<void> => {
  for (let tries = 0; tries < 250; tries += 1) {
    const asked = session.send('Runtime.evaluate', { expression: 'document.readyState', returnByValue: true })
    const answer = await asked.catch(() => undefined)
    if (answer?.result.value === 'complete') return
    await setTimeout(20)
  }
}

/** Starts Chromium. Only the line that tells the debugging port passes to our stderr. */
const launch = async (profile: string): Promise<Browser> => {
  const path = findChromium()
  if (path === null)
    throw new Error('No Chromium, Chrome or Edge was found; set CHROMIUM to the full path of one.')
  mkdirSync(profile, { recursive: true })
  await profileIsFree(profile)
  const child = spawn(path, switches(profile), { stdio: ['ignore', 'ignore', 'pipe', 'pipe', 'pipe'] })
  const gone = new Promise<void>((resolve) => {
    child.on('error', () => resolve())
    child.on('exit', () => resolve())
  })
  child.stderr?.setEncoding('utf8').on('data', (text: string) => {
    for (const line of text.split('\n'))
      if (line.startsWith('DevTools listening')) process.stderr.write(`${line}\n`)
  })
  const kill = (): void => void child.kill()
  const connection = connect(child.stdio[3] as Writable, child.stdio[4] as Readable)
  const { targetInfos } = await connection.browser.send('Target.getTargets')
  let first = targetInfos.find((target) => target.type === 'page')?.targetId

  return {
    connection,
    newPage: async (width, height) => {
      const targetId =
        first ??
        (
          await connection.browser.send('Target.createTarget', {
            url: 'about:blank',
            width,
            height,
            newWindow: true,
          })
        ).targetId
      first = undefined
      const { sessionId } = await connection.browser.send('Target.attachToTarget', {
        targetId,
        flatten: true,
      })
      const session = connection.session(sessionId)
      await settled(session)
      return { targetId, session }
    },
    // Asked first: a signal may come before what pages stored has reached the disk.
    close: () => {
      connection.browser.send('Browser.close').catch(kill)
      setTimeout(3_000, undefined, { ref: false }).then(kill, kill)
    },
    gone,
  }
}

let running: Promise<Browser> | undefined

/** The one browser of this run, started at the first call with its data in `profile`. */
export const browser = (profile: string): Promise<Browser> => (running ??= launch(profile))

/** Ends the browser if it was started, and waits for that. */
export const closeBrowser = async (): Promise<void> => {
  const started = await running?.catch(() => undefined)
  started?.close()
  await started?.gone
}

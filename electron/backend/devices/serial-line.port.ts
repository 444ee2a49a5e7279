import { statSync } from 'node:fs'
import { SerialPort } from 'serialport'
import { watchBothWays } from './serial-poller.ts'
import type { SerialSettings } from './serial-settings.ts'
import type { HeardLines, SaidLines } from './sources/modem-relay.ts'

export interface SerialEvents {
  data(bytes: Uint8Array): void
  /** Once, after the port went away or was closed by us. Every byte that was read came before. */
  gone(): void
}

export interface SerialLine {
  /** Resolves when the system has taken the bytes and sent them down the line. */
  write(bytes: Uint8Array): Promise<void>
  /** Hands bytes on at once, in order; `taken` once the system has them, or has lost them with the port. */
  pass(bytes: Uint8Array, taken: () => void): void
  /** Stops reading, and lowers RTS and DTR for a sender that heeds them; `false` goes on. */
  hold(on: boolean): void
  /** CTS and DSR as they stand; null where the port has no such lines, or is gone. Never rejects. */
  heard(): Promise<HeardLines | null>
  /** Sets RTS and DTR, which stay lowered while the line is held. */
  say(lines: SaidLines): void
  /** Gives the port back; `gone` has been called when it resolves. */
  close(): Promise<void>
}

/** How often a port that says nothing is looked after; unplugging has to show within two seconds. */
const lookMs = 700

/** What the driver reads ahead at most while a line is held, bytes. */
const readAhead = 4096

/**
 * Opens a port and reads from it at once: a port that nobody reads from never notices that it was unplugged.
 * Nothing is ever written unless `write` is called. Rejects with the driver's error.
 */
export const openSerialLine = (settings: SerialSettings, events: SerialEvents): Promise<SerialLine> => {
  const port = new SerialPort({ ...settings, autoOpen: false, lock: true, highWaterMark: readAhead })
  port.on('data', (bytes: Buffer) => events.data(bytes))
  // An error on an open port is followed by `close`; without a listener it would end the process.
  port.on('error', () => undefined)
  const known = new Promise<SerialLine>((resolve, reject) => {
    port.open((error) => {
      if (error) {
        reject(error)
        return
      }
      watchBothWays(port.port)
      // A pseudo-terminal has no modem lines; a listener on a real one needs DTR up.
      port.set({ dtr: true, rts: true }, () => undefined)
      resolve(lineOf(port, settings.path, events))
    })
  })
  return known
}

const lineOf = (port: SerialPort, path: string, events: SerialEvents): SerialLine => {
  const place = placeOf(path)
  const gone = Promise.withResolvers<void>()
  const waiting = new Set<() => void>()
  let over = false
  let held = false
  let said: SaidLines = { rts: true, dtr: true }
  const put = (): void => {
    if (port.isOpen) port.set({ dtr: said.dtr && !held, rts: said.rts && !held }, () => undefined)
  }
  const end = (): void => {
    if (over) return
    over = true
    clearInterval(look)
    for (const done of waiting) done()
    // What was read while the line was held has reached us all the same: each `read` tells of it by `data`.
    while (port.read() !== null);
    events.gone()
    gone.resolve()
  }
  const shut = (): void => {
    // A driver that cannot even close has lost its port; no `close` follows then.
    if (port.isOpen) port.close((error) => error && end())
  }
  const look = setInterval(() => {
    if (placeOf(path) !== place) shut()
  }, lookMs)
  port.once('close', end)
  return {
    write: (bytes) => writeAndDrain(port, bytes),
    pass(bytes, taken) {
      // The driver forgets to answer writes that wait when the port goes.
      const done = (): void => {
        if (waiting.delete(done)) taken()
      }
      waiting.add(done)
      if (over || !port.isOpen) done()
      else port.write(bytes, done)
    },
    hold(on) {
      if (!port.isOpen || port.isPaused() === on) return
      if (on) port.pause()
      else port.resume()
      held = on
      put()
    },
    heard: () =>
      new Promise((resolve) => {
        if (over || !port.isOpen) resolve(null)
        else
          port.get((error, lines) =>
            resolve(error || lines === undefined ? null : { cts: lines.cts, dsr: lines.dsr }),
          )
      }),
    say(lines) {
      if (lines.rts === said.rts && lines.dtr === said.dtr) return
      said = lines
      put()
    },
    async close() {
      shut()
      await gone.promise
    },
  }
}

/**
 * What the path leads to now. A pulled adapter takes its device file with it, or comes back as another one
 * under the same name, and the old handle reads nothing for ever. Windows has no such files; its driver tells.
 */
const placeOf = (path: string): string => {
  if (process.platform === 'win32') return path
  try {
    const { dev, ino, rdev } = statSync(path)
    return `${dev}:${ino}:${rdev}`
  } catch {
    return 'away'
  }
}

const writeAndDrain = (port: SerialPort, bytes: Uint8Array): Promise<void> =>
  new Promise((resolve, reject) => {
    const lost = (): void => reject(new Error('port closed while writing'))
    port.once('close', lost)
    const done = (error: Error | null | undefined): void => {
      port.off('close', lost)
      if (error) reject(error)
      else resolve()
    }
    port.write(bytes, (error) => {
      if (error) done(error)
      else port.drain(done)
    })
  })

import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { existsSync } from 'node:fs'

export const hasSocat = spawnSync('socat', ['-V']).status === 0

/** A serial port at `path`, with a POS at its other end. Answers when the port is there. */
export const pluggedIn = async (path: string): Promise<ChildProcess> => {
  const socat = spawn('socat', [`pty,raw,echo=0,link=${path}`, `pty,raw,echo=0,link=${path}-pos`], {
    stdio: 'ignore',
  })
  const deadline = Date.now() + 5_000
  while (!existsSync(path) || !existsSync(`${path}-pos`)) {
    if (Date.now() > deadline) throw new Error('socat made no ports')
    await new Promise((resolve) => setTimeout(resolve, 20))
  }
  return socat
}

/** Pulls the cable. */
export const unplug = async (socat: ChildProcess): Promise<void> => {
  if (socat.exitCode !== null || socat.signalCode !== null) return
  const gone = once(socat, 'exit')
  socat.kill()
  await gone
}

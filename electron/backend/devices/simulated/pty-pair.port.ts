import { spawn } from 'node:child_process'

/** Two ends of one serial line; what is written into one is read from the other. */
export interface PtyPair {
  readonly pos: string
  readonly listener: string
  close(): Promise<void>
}

/** A pair of pseudo-terminals made by socat, or null where socat is missing or answers nothing in time. */
export const openPtyPair = (): Promise<PtyPair | null> =>
  new Promise((resolve) => {
    const ends = ['pty,raw,echo=0', 'pty,raw,echo=0']
    const socat = spawn('socat', ['-d', '-d', ...ends], { stdio: ['ignore', 'ignore', 'pipe'] })
    const ended = new Promise<void>((done) => socat.once('close', () => done()))
    const giveUp = setTimeout(() => socat.kill(), 3000)
    let said = ''
    socat.once('error', () => {
      clearTimeout(giveUp)
      resolve(null)
    })
    socat.once('close', () => {
      clearTimeout(giveUp)
      resolve(null)
    })
    socat.stderr.on('data', (bytes: Buffer) => {
      if (said.length > 4096) return
      said += bytes.toString('latin1')
      const [pos, listener] = [...said.matchAll(/PTY is (\S+)/g)].map((match) => match[1])
      if (pos === undefined || listener === undefined || !said.includes('starting data transfer')) return
      clearTimeout(giveUp)
      resolve({
        pos,
        listener,
        async close() {
          socat.kill()
          await ended
        },
      })
    })
  })

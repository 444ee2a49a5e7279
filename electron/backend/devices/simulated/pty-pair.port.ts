import { spawn } from 'node:child_process'

/** Two ends of one serial line; what is written into one is read from the other. */
export interface PtyPair {
  readonly pos: string
  readonly listener: string
  close(): Promise<void>
}

/** Holds socat only as long as its own input stays open: that ends with this program, however it ends. */
const guard = 'command -v socat >/dev/null || exit 127; socat "$@" & cat >/dev/null; kill $!; wait'
const ends = ['-d', '-d', 'pty,raw,echo=0', 'pty,raw,echo=0']
const limitMs = 3000

/** A pair of pseudo-terminals made by socat, or null where socat is missing or answers nothing in time. */
export const openPtyPair = (): Promise<PtyPair | null> =>
  new Promise((resolve) => {
    const shell = spawn('sh', ['-c', guard, 'sh', ...ends], { stdio: ['pipe', 'ignore', 'pipe'] })
    const ended = new Promise<void>((done) => shell.once('close', () => done()))
    const giveUp = setTimeout(() => shell.stdin.end(), limitMs)
    const without = (): void => {
      clearTimeout(giveUp)
      resolve(null)
    }
    shell.once('error', without)
    shell.once('close', without)
    // Its end is told by `close`.
    shell.stdin.on('error', () => undefined)
    let said = ''
    shell.stderr.on('data', (bytes: Buffer) => {
      if (said.length > 4096) return
      said += bytes.toString('latin1')
      const [pos, listener] = [...said.matchAll(/PTY is (\S+)/g)].map((match) => match[1])
      if (pos === undefined || listener === undefined || !said.includes('starting data transfer')) return
      clearTimeout(giveUp)
      resolve({
        pos,
        listener,
        async close() {
          shell.stdin.end()
          await ended
        },
      })
    })
  })

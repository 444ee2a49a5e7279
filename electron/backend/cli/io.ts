import type { Readable } from 'node:stream'

/** What a command reads and writes; the process's own streams, or a test's. */
export interface Io {
  readonly stdin: Readable
  /** JSON for programs. Resolves when the reader has room for more; rejects when it is gone. */
  out(text: string): Promise<void>
  /** Messages for people, one line each, without a line feed. */
  say(message: string): void
}

/** One file of this folder: `run` answers the exit code, 0 where all went well. */
export interface CommandModule {
  run(args: readonly string[], io: Io): Promise<number>
}

/** The streams of this process. */
export const processIo = (): Io => ({
  stdin: process.stdin,
  out: (text) =>
    new Promise((resolve, reject) => {
      process.stdout.write(text, (error) => (error ? reject(error) : resolve()))
    }),
  say: (message) => {
    process.stderr.write(`${message.replaceAll(/\s*\n\s*/g, ' ')}\n`)
  },
})

import { shortened } from './table.ts'

/** One line that is written over in a terminal; lines of their own where the output is kept. */
export interface Progress {
  show(words: string): void
  done(): void
}

export const createProgress = (out: NodeJS.WriteStream): Progress => ({
  show(words) {
    if (out.isTTY) out.write(`\r\u001b[2K${shortened(words, (out.columns || 80) - 1)}`)
    else out.write(`${words}\n`)
  },
  done() {
    if (out.isTTY) out.write('\r\u001b[2K')
  },
})

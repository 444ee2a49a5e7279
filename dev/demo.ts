// The main job without a screen: `npm run demo`. A simulated POS writes receipts into a real line, the program reads,
// attaches, gives points and prints; a table and two pictures are left. Ends with 0 only when all of it worked.
import { join } from 'node:path'
import { demo } from './demo/demo.ts'
import { DemoError } from './demo/demo-error.ts'
import { createProgress } from './demo/progress.ts'
import { root } from './project.ts'

const limitMs = 120_000
const undoLimitMs = 10_000

const undone: (() => void | Promise<void>)[] = []
let ending: Promise<void> | null = null

/** Ends what was started, latest first; what hangs is left behind. The first to call decides the exit code. */
const end = (code: number): Promise<void> => {
  ending ??= undoAll(code)
  return ending
}
const undoAll = async (code: number): Promise<void> => {
  setTimeout(() => process.exit(code), undoLimitMs).unref()
  for (const undo of undone.toReversed()) {
    try {
      await undo()
    } catch {
      // The others are to be ended all the same.
    }
  }
  process.exit(code)
}
const fail = (sentence: string): Promise<void> => {
  // What breaks because it is being ended is no news.
  if (ending === null) {
    progress.done()
    console.error(sentence)
  }
  return end(1)
}

const progress = createProgress(process.stdout)
setTimeout(() => void fail(`The demo was not through after ${limitMs / 1000} seconds.`), limitMs).unref()
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => void end(1))

try {
  await demo({
    folder: join(root, '.demo'),
    progress,
    say: (line) => console.log(line),
    later: (undo) => undone.push(undo),
  })
  await end(0)
} catch (error) {
  const why = error instanceof Error ? error.message : String(error)
  await fail(error instanceof DemoError ? why : `The demo failed: ${why}`)
}

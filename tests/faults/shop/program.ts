import { readFileSync, writeSync } from 'node:fs'
import { createBackend } from '#backend/container.ts'
import { type DeedName, deeds } from './deeds.ts'

/**
 * program.ts DEED FOLDER WITH: the whole backend on a folder does a deed of `deeds.ts` and closes. The passphrase comes on
 * standard input; acknowledgements go out at once, one line each. Whoever started it ends it wherever it likes.
 */
const [deed = 'open', folder = '', given = ''] = process.argv.slice(2)
const passphrase = readFileSync(0, 'utf8').trim()
const backend = await createBackend({
  dataFolder: folder,
  version: '0.0.0-test',
  keychain: null,
  drives: { list: () => Promise.resolve([]), freeBytes: () => Promise.resolve(1e12) },
  emit: () => undefined,
})
try {
  await deeds[deed as DeedName]({
    passphrase,
    given,
    say: (line) => writeSync(1, `${line}\n`),
    async call(name, input) {
      const result = await backend.call(name, input)
      if (!result.ok) throw new Error(result.error.code)
      return result.value as never
    },
  })
} catch (error) {
  writeSync(1, `failed ${error instanceof Error ? error.message : 'by something'}\n`)
  process.exitCode = 3
}
await backend.close()

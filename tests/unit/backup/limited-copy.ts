// Copies a file in a process that may write none beyond a certain size, and says what came of it.
import { copyInParts, hashFile, hashFiles } from '#backend/backup/copy-file.port.ts'

const [source = '', copy = ''] = process.argv.slice(2)
const work = { signal: new AbortController().signal, onBytes: () => undefined }
const written = await copyInParts(source, (number) => `${copy}.${number}`, Number.POSITIVE_INFINITY, work)
const paths = written.map(({ path }) => path)
const same = (await hashFiles(paths, work)).whole === (await hashFile(source, work))
console.log(JSON.stringify({ sizes: written.map(({ bytes }) => bytes), same }))

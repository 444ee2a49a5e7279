import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

const folder = mkdtempSync(join(tmpdir(), 'dangol-faults-compiled-'))
process.once('exit', () => rmSync(folder, { recursive: true, force: true }))

/** Environment of a program that is started a thousand times: what Node has made of the sources once is kept. */
export const startedOften = { ...process.env, NODE_COMPILE_CACHE: folder }

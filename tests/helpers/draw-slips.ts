import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { slipPictures } from './slip-pictures.ts'

/** Draws the pictures of all templates anew, after a change that is meant: look at them before committing. */
const folder = join(import.meta.dirname, '../fixtures/slips')
mkdirSync(folder, { recursive: true })
const pictures = slipPictures()
for (const [name, svg] of pictures) writeFileSync(join(folder, name), `${svg}\n`)
process.stdout.write(`${pictures.size} pictures in ${folder}\n`)

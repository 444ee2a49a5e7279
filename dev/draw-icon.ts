// Draws resources/icons/icon.png from icon.svg: `node dev/draw-icon.ts`, after the drawing was changed.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { chromium } from 'playwright-core'
import { findChromium } from './chromium.mjs'
import { root } from './project.ts'

/** The packager makes the icons of each system out of this one. */
const size = 1024

const executablePath = findChromium()
if (executablePath === null) throw new Error('No Chromium, Chrome or Edge was found.')
const browser = await chromium.launch({
  executablePath,
  args: process.getuid?.() === 0 ? ['--no-sandbox'] : [],
})
const page = await browser.newPage({ viewport: { width: size, height: size } })
const folder = join(root, 'resources/icons')
await page.setContent(
  `<style>body{margin:0}svg{display:block}</style>${readFileSync(join(folder, 'icon.svg'), 'utf8')}`,
)
await page.screenshot({ path: join(folder, 'icon.png'), omitBackground: true })
await browser.close()

import { join } from 'node:path'
import { chromium } from 'playwright-core'
import { root } from '../project.ts'

const fontFolder = join(root, 'node_modules/@fontsource/nanum-gothic-coding')
const address = 'http://slip.localhost/'

const page = (svg: string): string => `<!doctype html><meta charset="utf-8">
<link rel="stylesheet" href="400.css"><link rel="stylesheet" href="700.css">
<style>body { margin: 0; padding: 24px; background: #f4f1ea; display: inline-block } svg { display: block }</style>
${svg}`

/**
 * Draws a slip into a PNG, with the font that it is made for. The browser gets everything from here, nothing from a
 * network.
 */
export const drawSlip = async (executablePath: string, svg: string, file: string): Promise<void> => {
  const asRoot = process.getuid?.() === 0
  const browser = await chromium.launch({
    executablePath,
    // Chromium's own sandbox cannot start as root.
    args: asRoot ? ['--no-sandbox'] : [],
    chromiumSandbox: !asRoot,
    timeout: 30_000,
  })
  try {
    const tab = await browser.newPage({ deviceScaleFactor: 2 })
    await tab.route('**/*', async (route) => {
      const path = new URL(route.request().url()).pathname
      if (path === '/') await route.fulfill({ contentType: 'text/html', body: page(svg) })
      else if (/^\/(files\/)?[\w.[\]-]+$/.test(path)) await route.fulfill({ path: join(fontFolder, path) })
      else await route.abort()
    })
    await tab.goto(address)
    await tab.evaluate('document.fonts.ready')
    await tab.locator('body').screenshot({ path: file })
  } finally {
    await browser.close()
  }
}

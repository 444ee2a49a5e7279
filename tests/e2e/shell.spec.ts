import { existsSync } from 'node:fs'
import { isAlive } from './fixture/launched.ts'
import { expect, test, typeKorean } from './fixture.ts'

test('opens one window with the app in it', async ({ app, page }) => {
  await expect(page).toHaveTitle(/단골장부/)
  expect(await page.evaluate(() => [window.innerWidth, window.innerHeight])).toEqual([1024, 768])
  expect(
    await page.evaluate(() => document.querySelector<HTMLElement>('#root')?.childElementCount),
  ).toBeGreaterThan(0)
  await expect.poll(() => existsSync(app.dataFolder)).toBe(true)
})

test('draws without breaking its own content policy', async ({ app }) => {
  await app.stop()
  const page = await app.start()
  const messages: string[] = []
  page.on('console', (message) => messages.push(message.text()))
  await page.waitForLoadState('networkidle')
  expect(messages.filter((text) => /Content Security Policy|Refused to/.test(text))).toEqual([])
})

test('quits in order when its window is closed', async ({ app }) => {
  await expect.poll(() => app.backendPid()).not.toBeNull()
  const backend = await app.backendPid()
  await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.close(), null)
  await expect.poll(() => isAlive(app.pid)).toBe(false)
  expect(isAlive(backend)).toBe(false)
})

test('a kill of the app takes backend and browser with it, and it starts again', async ({ app }) => {
  await expect.poll(() => app.backendPid()).not.toBeNull()
  const backend = await app.backendPid()
  await app.kill()
  await expect.poll(() => isAlive(backend)).toBe(false)
  await app.start()
  expect((await app.call('app.status', {})).ok).toBe(true)
})

test('a page that broke down is loaded again', async ({ app }) => {
  const loaded = app.evaluate(
    ({ BrowserWindow }) =>
      new Promise((resolve) => {
        BrowserWindow.getAllWindows()[0]?.webContents.once('did-finish-load', () => resolve('loaded'))
      }),
    null,
  )
  const cdp = await app.page.context().newCDPSession(app.page)
  await cdp.send('Page.crash').catch(() => {})
  expect(await loaded).toBe('loaded')
})

test('Korean is composed syllable by syllable in a field', async ({ page }) => {
  await page.evaluate(() => {
    const input = document.createElement('input')
    document.body.append(input)
    input.focus()
    const seen: string[] = []
    for (const type of ['compositionupdate', 'compositionend'] as const)
      input.addEventListener(type, (event) => seen.push(`${type} ${event.data}`))
    Object.assign(window, { seen, input })
  })
  await typeKorean(page, '김영')
  expect(await page.evaluate('input.value')).toBe('김영')
  const seen = (await page.evaluate('seen')) as string[]
  const steps = ['ㄱ', '기', '김', 'ㅇ', '여', '영'].map((step) => `compositionupdate ${step}`)
  expect([...new Set(seen)].filter((one) => one.startsWith('compositionupdate'))).toEqual(steps)
  expect(seen.filter((one) => one.startsWith('compositionend'))).toEqual([
    'compositionend 김',
    'compositionend 영',
  ])
})

import { expect, test } from './fixture.ts'

test('opens one window with the app in it', async ({ page }) => {
  await expect(page).toHaveTitle(/단골장부/)
  expect(await page.evaluate(() => [window.innerWidth, window.innerHeight])).toEqual([1024, 768])
})

test('starts the backend again when it dies, and the page goes on', async ({ app }) => {
  await expect.poll(() => app.backendPid()).not.toBeNull()
  const before = await app.killBackend()
  await expect.poll(() => app.backendPid().then((pid) => pid !== null && pid !== before)).toBe(true)
  await expect.poll(async () => (await app.call('app.status', {})).ok).toBe(true)
})

test('quits in order when its window is closed', async ({ app }) => {
  const backend = await app.backendPid()
  await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.close(), null)
  await expect.poll(() => isAlive(app.pid)).toBe(false)
  expect(isAlive(backend)).toBe(false)
})

const isAlive = (pid: number | null | undefined): boolean => {
  if (pid === null || pid === undefined) return false
  try {
    process.kill(pid, 0)
    return true
  } catch {
    return false
  }
}

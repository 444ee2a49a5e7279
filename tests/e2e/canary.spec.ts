import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { filesSearched, searchFor } from '../helpers/canary-search.ts'
import { expect, test, typeKorean } from './fixture.ts'
import { saleBytes } from './shop/receipts.ts'
import { ask, openShop, passphrase } from './shop/shop.ts'

// Nobody is called so, and nothing on any menu.
const [name, phone, memo, item] = ['카나리아새', '010-0000-9753', '노란깃털메모', '까치밥타르트']
const canaries = [name, phone, phone.replaceAll('-', ''), memo, item]

test.use({ ownTemporary: true })

test('no file of the app says who was there: profile, cache, logs, journal, copy, temporary files, after crashes too', async ({
  app,
  page,
}) => {
  const { pos } = await openShop(app, [{ name, phone }])
  const stick = join(app.userData, 'stick')
  mkdirSync(stick)
  const nowhere = [app.userData, app.temporary]

  // Somebody is looked up by name, as the input method types it, and eats; the office looks at everybody.
  await typeKorean(page, name)
  await page.keyboard.press('Enter')
  await expect(page.getByRole('article')).toContainText(name)
  const [customer] = await ask(app, 'customers.search', { query: '9753' })
  const customerId = customer?.id ?? 0
  await ask(app, 'customers.change', { customerId, change: { memo } })
  await pos.print(saleBytes(1, [[item, 6_000, 1]]))
  await expect(page.getByText(item).first()).toBeVisible()
  const [receipt] = await ask(app, 'receipts.recent', { limit: 1 })
  await ask(app, 'counter.attach', { receiptId: receipt?.id ?? 0, customerId, print: true })
  await page.keyboard.press('F9')
  await page.getByRole('navigation').getByRole('button', { name: '고객', exact: true }).click()
  await expect(page.getByText(name).first()).toBeVisible()
  await ask(app, 'backup.run', { target: stick })
  await ask(app, 'openExport.run', { target: stick, zip: true, password: '비 오는 날엔 라떼' })

  // The backend falls over as a fault in native code lets it, then the page, then the power goes.
  const pid = await app.backendPid()
  process.kill(pid ?? 0, 'SIGABRT')
  await expect(page.getByLabel('암호', { exact: true })).toBeVisible()
  await page.getByLabel('암호', { exact: true }).fill(passphrase)
  await page.keyboard.press('Enter')
  await expect(page.getByText(name).first()).toBeVisible()
  const { log } = app
  const crashed = page.waitForEvent('crash')
  const devtools = await page.context().newCDPSession(page)
  // It answers to nobody any more.
  devtools.send('Page.crash').catch(() => undefined)
  await crashed
  await app.kill()
  await pos.close()

  expect(searchFor(canaries, nowhere)).toEqual([])
  for (const word of canaries) expect(log).not.toContain(word)
  expect(filesSearched(nowhere)).toBeGreaterThan(30)
  // The search would have found it there.
  const planted = join(app.userData, 'planted')
  writeFileSync(planted, Buffer.from(`${'0'.repeat(5_000)}${name}`, 'utf16le'))
  expect(searchFor(canaries, nowhere)).toEqual([{ path: planted, word: name, as: 'utf16le' }])
  rmSync(planted)

  await app.start()
  await ask(app, 'ledger.unlock', { passphrase })
  expect(await ask(app, 'customers.search', { query: '9753' })).toMatchObject([{ name }])
  await app.stop()
  expect(searchFor(canaries, nowhere)).toEqual([])
})

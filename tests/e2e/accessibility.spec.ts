import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from '@playwright/test'
import { eventChannel } from '#shared/contract/names.ts'
import { words } from '#shared/i18n/index.ts'
import { officePageNames, type RailPageName } from '../../renderer/app/page-names.ts'
import { expect, type RunningApp, test } from './fixture.ts'
import { puzzleBytes, saleBytes } from './shop/receipts.ts'
import { openShop } from './shop/shop.ts'

/** What axe-core calls serious or critical, as `rule: where`. */
const serious = async (page: Page, rules: 'all' | 'colours'): Promise<string[]> => {
  // Colours that still fade in would be measured half-way.
  await page.evaluate(() => Promise.all(document.getAnimations().map((one) => one.finished)))
  const axe = new AxeBuilder({ page }).options({ resultTypes: ['violations'] })
  const { violations } = await (rules === 'all' ? axe : axe.withRules(['color-contrast'])).analyze()
  return violations
    .filter((one) => one.impact === 'serious' || one.impact === 'critical')
    .flatMap((one) => one.nodes.map((node) => `${one.id}: ${node.target.join(' ')}`))
}

/** Looks at the page by light and, since only the colours differ there, at these by dark. */
const looked = async (app: RunningApp, name: string): Promise<void> => {
  for (const colorScheme of ['light', 'dark'] as const) {
    await app.page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
    expect
      .soft(await serious(app.page, colorScheme === 'light' ? 'all' : 'colours'), `${name}, ${colorScheme}`)
      .toEqual([])
    await app.screenshot(`${name}-${colorScheme}`)
  }
}

/** axe takes seconds a page: all of them on request, `DANGOL_LOOK=all npm run e2e -- accessibility`. */
const looksAt: readonly RailPageName[] =
  process.env['DANGOL_LOOK'] === 'all' ? officePageNames : ['receipts', 'slips', 'backup', 'settings']

const nameOf = (page: RailPageName): string => {
  const word = words.ko[`nav.${page}`]
  return typeof word === 'string' ? word : page
}

// Reading a whole page takes axe seconds on a small machine.
test.describe.configure({ timeout: 600_000 })

test('nothing serious on the pages before the ledger is open', async ({ app, page }) => {
  await expect(page.getByRole('button', { name: /우리 가게 장부 만들기/ })).toBeVisible()
  await looked(app, 'a11y-welcome')
  await page.getByRole('button', { name: /우리 가게 장부 만들기/ }).click()
  await looked(app, 'a11y-shop')
  await page.getByRole('textbox', { name: '가게 이름' }).fill('달빛정류장')
  await page.keyboard.press('Enter')
  await page.getByLabel('암호', { exact: true }).fill('짧아')
  await looked(app, 'a11y-passphrase')
})

test('nothing serious at the counter', async ({ app, page }) => {
  const { pos } = await openShop(app)
  await pos.print(saleBytes(1, [['아메리카노(ICE)', 4_500, 3]]))
  await pos.print(puzzleBytes())
  await expect(page.getByText('이 영수증은 135점 적립이에요')).toBeVisible()
  await expect(page.getByRole('button', { name: /확인 필요 1건/ })).toBeVisible()
  await looked(app, 'a11y-idle')
  await page.keyboard.type('5678')
  await expect(page.getByRole('option')).toHaveCount(2)
  await looked(app, 'a11y-results')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('article')).toBeVisible()
  await looked(app, 'a11y-card')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('img', { name: /^전표 / })).toBeVisible()
  await looked(app, 'a11y-done')
  await page.keyboard.press('F6')
  await expect(page.getByRole('textbox', { name: '전화번호' })).toBeVisible()
  await looked(app, 'a11y-join')
})

test('nothing serious in the office and at the lock', async ({ app, page }) => {
  const { pos } = await openShop(app)
  await pos.print(saleBytes(1, [['아메리카노(ICE)', 4_500, 3]]))
  await pos.print(puzzleBytes())
  await expect(page.getByRole('button', { name: /확인 필요 1건/ })).toBeVisible()
  await page.keyboard.type('5678')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('article')).toBeVisible()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('img', { name: /^전표 / })).toBeVisible()
  await page.keyboard.press('F7')
  await expect(page.getByRole('region', { name: '인쇄된 종이' })).toBeVisible()
  await looked(app, 'a11y-review')
  for (const name of looksAt) {
    await page
      .getByRole('navigation')
      .getByRole('button', { name: nameOf(name) })
      .click()
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
    await expect(page.locator('[aria-busy=true]')).toHaveCount(0)
    await looked(app, `a11y-${name}`)
    const tabs = page.getByRole('main').getByRole('tab')
    for (let place = 1; place < (await tabs.count()); place += 1) {
      await tabs.nth(place).click()
      await looked(app, `a11y-${name}-${place + 1}`)
    }
  }
  await page.keyboard.press('Escape')
  await page.getByRole('button', { name: '잠금' }).click()
  await expect(page.getByLabel('암호', { exact: true })).toBeVisible()
  await looked(app, 'a11y-unlock')
  // A large ledger that is brought forward is seen for minutes once in some years: as if one were.
  const status = await app.call('app.status', {})
  if (!status.ok) throw new Error(status.error.code)
  const updating = { ...(status.value as object), updating: 'steps', waitingCaptures: 3 }
  await app.evaluate(
    ({ BrowserWindow }, [channel, value]) =>
      BrowserWindow.getAllWindows()[0]?.webContents.send(channel, 'app.changed', value),
    [eventChannel, updating] as const,
  )
  await expect(page.getByRole('listitem').filter({ hasText: '하고 있어요…' })).toBeVisible()
  await looked(app, 'a11y-updating')
})

test('nothing serious while a paper is taught, or written down by hand', async ({ app, page }) => {
  const { pos } = await openShop(app, [])
  await pos.print(puzzleBytes())
  await page.getByRole('button', { name: '확인 필요 1건' }).click()
  await page.getByRole('button', { name: '이 종이 가르치기' }).click()
  await page.getByRole('button', { name: '17,350' }).click()
  await expect(page.getByRole('button', { name: '17,350 · 합계' })).toBeVisible()
  await looked(app, 'a11y-teaching')
  await page.getByRole('button', { name: '취소', exact: true }).click()
  await page.getByRole('button', { name: '직접 적기' }).click()
  await expect(page.getByRole('textbox', { name: '합계' })).toBeVisible()
  await looked(app, 'a11y-by-hand')
})

test('English from end to end: no Korean word is left on the counter', async ({ app, page }) => {
  const { pos } = await openShop(app, [])
  await page.keyboard.press('F9')
  await page.getByText('English').click()
  await expect(page.getByRole('heading', { level: 1, name: 'Settings' })).toBeVisible()
  await app.screenshot('english-settings')
  await page.keyboard.press('Escape')
  await pos.print(saleBytes(1, [['AMERICANO', 4_500, 3]]))
  await expect(page.getByText('This receipt gives 135 pts')).toBeVisible()
  const words = (await page.locator('body').innerText()).replace('달빛정류장', '').replace('(ㄱㅇㅎ)', '')
  expect(words).not.toMatch(/[가-힣]/)
  await app.screenshot('english-counter')
  const again = await app.restart()
  await expect(again.getByText('Open with the owner’s passphrase')).toBeVisible()
})

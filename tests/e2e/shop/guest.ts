import { expect, type Page } from '@playwright/test'
import type { RunningApp } from '../fixture.ts'
import { ask } from './shop.ts'

const settings = {
  on: true,
  display: null,
  alone: 'window',
  restSeconds: 120,
  sign: 'draw',
  notice: '오늘은 쑥라떼가 맛있어요',
  noticeToday: true,
} as const

/** Turns the guest's own screen on and answers its page, as large as a tablet's. */
export const guestPage = async (app: RunningApp): Promise<Page> => {
  await ask(app, 'guest.saveSettings', settings)
  const find = (): Page | undefined =>
    app.page
      .context()
      .pages()
      .find((page) => /^(app:\/\/guest|http:\/\/guest\.)/.test(page.url()))
  await expect.poll(() => find() !== undefined).toBe(true)
  const page = find()
  if (page === undefined) throw new Error('The guest has no window')
  await page.setViewportSize({ width: 1280, height: 800 })
  await expect(page.getByRole('heading', { name: '달빛정류장' })).toBeVisible()
  return page
}

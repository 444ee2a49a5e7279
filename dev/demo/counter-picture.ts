import { formatNumber } from '#shared/won.ts'
import { openAppWindow } from './app-window.ts'
import type { Pos } from './pos.ts'
import { lookedUp, type Print } from './story.ts'

export interface CounterPictureParts {
  readonly userData: string
  readonly passphrase: string
  readonly pos: Pos
  /** What the POS prints while the window is open, and its number in the story. */
  readonly last: Print
  readonly number: number
  readonly file: string
  /** Ends the app, should the demo end before its time. */
  readonly later: (undo: () => void) => void
}

/** Opens the app on the demo's ledger, lets a sale come in, looks a customer up and takes a picture. */
export const drawCounter = async (parts: CounterPictureParts): Promise<void> => {
  const app = await openAppWindow(parts.userData, parts.later)
  const { page } = app
  try {
    page.setDefaultTimeout(20_000)
    const passphrase = page.locator('input[type=password]')
    await passphrase.fill(parts.passphrase)
    await passphrase.press('Enter')
    const search = page.getByRole('combobox').or(page.getByRole('searchbox')).first()
    await search.waitFor()
    await parts.pos.print(parts.number)
    await page
      .getByText(formatNumber(parts.last.receipt?.total ?? 0))
      .first()
      .waitFor()
    await search.pressSequentially(lookedUp)
    await page.getByRole('option').first().waitFor()
    await page.keyboard.press('Enter')
    await page.getByRole('article').waitFor()
    await page.evaluate('document.fonts.ready')
    await page.screenshot({ path: parts.file, animations: 'disabled' })
  } finally {
    await app.close()
  }
}

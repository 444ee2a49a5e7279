import { fail, ok, type Result } from '#shared/result.ts'

/** The part of Electron's `WebContents` that opens the system's dialog for printing. */
export interface DialogPage {
  print(
    options: { silent: false; printBackground: boolean; pageSize: 'A4'; margins: { marginType: 'none' } },
    ended: (success: boolean, why: string) => void,
  ): void
}

/** What the system says when somebody closes its dialog without printing. */
const closed = /cancel/i

/**
 * The system's dialog for what a window shows; sizes are those of the page itself (`@page`), so nothing is scaled by
 * margins of ours. Resolves once the dialog is closed: whether it went to a printer, or why it could not.
 */
export const printPage = (page: DialogPage): Promise<Result<{ printed: boolean }>> =>
  new Promise((resolve) => {
    try {
      page.print(
        { silent: false, printBackground: true, pageSize: 'A4', margins: { marginType: 'none' } },
        (success, why) => {
          if (success || closed.test(why)) resolve(ok({ printed: success }))
          else resolve(fail('labels.cannot-print'))
        },
      )
    } catch {
      resolve(fail('labels.cannot-print'))
    }
  })

import type { DialogPage } from './paper.ts'

/** The part of Electron's `WebContents` that prints. */
export interface PrintingPage extends DialogPage {
  printToPDF(options: {
    printBackground: boolean
    preferCSSPageSize: boolean
    pageSize: 'A4'
  }): Promise<Uint8Array>
}

/**
 * Only main can print a window. The call that keeps a report as a file gets the window's page as PDF on its way to the
 * backend; whatever a window claims to be a PDF is replaced. All other calls pass as they are.
 */
export const withPdf = async (name: string, input: unknown, page: PrintingPage): Promise<unknown> => {
  if (name !== 'analytics.saveReport' || typeof input !== 'object' || input === null) return input
  const pdf = await page
    .printToPDF({ printBackground: true, preferCSSPageSize: true, pageSize: 'A4' })
    // Without a PDF the backend says that it cannot be made.
    .catch(() => undefined)
  return { ...input, pdf: pdf === undefined ? undefined : Buffer.from(pdf).toString('base64') }
}

import { expect, test } from 'vitest'
import { fail, ok } from '#shared/result.ts'
import { type DialogPage, printPage } from '../../../electron/main/paper.ts'

const pageThat = (success: boolean, why: string) => {
  const asked: unknown[] = []
  const page: DialogPage = {
    print: (options, ended) => {
      asked.push(options)
      ended(success, why)
    },
  }
  return { page, asked }
}

test('the system’s dialog is opened for the page as it is, at its own size', async () => {
  const { page, asked } = pageThat(true, '')
  expect(await printPage(page)).toEqual(ok({ printed: true }))
  expect(asked).toEqual([
    { silent: false, printBackground: true, pageSize: 'A4', margins: { marginType: 'none' } },
  ])
})

test.each(['cancelled', 'Print job canceled'])(
  'a dialog closed without printing (%s) is no failure',
  async (why) => {
    expect(await printPage(pageThat(false, why).page)).toEqual(ok({ printed: false }))
  },
)

test('a printer that cannot be reached is told, and so is a window that cannot print at all', async () => {
  expect(await printPage(pageThat(false, 'Invalid printer settings').page)).toEqual(
    fail('labels.cannot-print'),
  )
  const page: DialogPage = {
    print() {
      throw new Error('no printers')
    },
  }
  expect(await printPage(page)).toEqual(fail('labels.cannot-print'))
})

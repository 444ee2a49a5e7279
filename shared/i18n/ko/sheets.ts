export const koSheets = {
  'nav.customers': '고객',
  'sheet.customers.title': '고객',
  'sheet.receipts.title': '영수증',
  'sheet.lines.title': '품목',
  'sheet.products.title': '상품',
} as const

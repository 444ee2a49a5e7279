import type { Paper } from '../paper/paper.ts'
import type { Reading } from '../reading/reading.ts'

/** Stands for a paper of which nothing could be read: it is kept and looked at. */
export const unreadable = (paper: Paper): Reading => ({
  kind: 'unknown',
  profile: null,
  confidence: 0,
  copy: null,
  copyOf: null,
  reprint: false,
  store: null,
  businessNumber: null,
  issuedAt: null,
  receiptNumber: null,
  originalReceipt: null,
  approvalNumber: null,
  items: [],
  discount: 0,
  supply: null,
  vat: null,
  exempt: null,
  total: null,
  payments: [],
  lines: paper.lines.map((line) => line.text),
  problems: ['unreadable'],
})

import type { koReport } from '../ko/report.ts'
import type { Same } from '../word.ts'

export const enReport: Same<typeof koReport> = {
  'report.open': 'Monthly report',
  'report.title': 'Report of {{month}}',
  'report.back': 'Pictures',
  'report.monthBefore': 'The month before',
  'report.monthAfter': 'The month after',
  'report.print': 'Print',
  'report.save': 'Save as PDF',
  'report.saved': 'The report is saved as PDF',
  'report.fileName': 'Monthly report {{month}}',
  'report.heading': '{{year}}-{{month}}',
  'report.upTo': 'up to {{month}}/{{day}}',
  'report.foot': '{{shop}} · made on {{made}} · {{page}}/2',
  'report.sold': {
    one: 'Sales were {{sum}} on {{n}} receipt.',
    other: 'Sales were {{sum}} on {{n}} receipts.',
  },
  'report.soldMore': {
    one: 'Sales were {{sum}} on {{n}} receipt, {{percent}}% more than in the same days of the month before.',
    other:
      'Sales were {{sum}} on {{n}} receipts, {{percent}}% more than in the same days of the month before.',
  },
  'report.soldLess': {
    one: 'Sales were {{sum}} on {{n}} receipt, {{percent}}% less than in the same days of the month before.',
    other:
      'Sales were {{sum}} on {{n}} receipts, {{percent}}% less than in the same days of the month before.',
  },
  'report.guests':
    'Regulars came {{visits}} times, {{newcomers}} of them for the first time. They make {{share}} of sales.',
  'report.best': {
    one: '{{name}} was liked best: {{n}} piece.',
    other: '{{name}} was liked best: {{n}} pieces.',
  },
  'report.risen': '{{name}} sold {{percent}}% more than in the same days of the month before.',
  'report.busy': 'Busiest at {{when}}: {{sum}} a day.',
  'report.byDay': 'Sales by day',
  'report.table': 'The last twelve months',
  'report.month': 'Month',
  'report.perReceipt': 'A receipt',
  'report.visits': 'Visits',
  'report.share': 'Regulars',
}

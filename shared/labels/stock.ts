/** Sheets of labels as they are sold, and plain paper that is cut; all A4. Lengths in millimetres. */
export interface LabelStock {
  readonly id: StockId
  readonly columns: number
  readonly rows: number
  readonly width: number
  readonly height: number
  /** Where the first one begins, from the paper's corner. */
  readonly left: number
  readonly top: number
  /** From one to the next, gaps included. */
  readonly stepX: number
  readonly stepY: number
  /** Plain paper: lines show where to cut. */
  readonly cut: boolean
}

export const paper = { width: 210, height: 297 } as const

export const stockIds = ['ls3106', 'ls3107', 'ls3108', 'ls3109', 'ls3100', 'cards'] as const
export type StockId = (typeof stockIds)[number]

const sold = (id: StockId, grid: Omit<LabelStock, 'id' | 'cut'>): LabelStock => ({ ...grid, id, cut: false })

/** Measures of the sheets by Formtec's own list (LS-3106 to 3109 for addresses, LS-3100 for codes). */
export const labelStocks: Readonly<Record<StockId, LabelStock>> = {
  ls3106: sold('ls3106', {
    columns: 3,
    rows: 8,
    width: 64,
    height: 33.9,
    left: 6.5,
    top: 12.5,
    stepX: 66.5,
    stepY: 33.9,
  }),
  ls3107: sold('ls3107', {
    columns: 2,
    rows: 8,
    width: 99.1,
    height: 33.9,
    left: 4.7,
    top: 14.2,
    stepX: 101.6,
    stepY: 33.9,
  }),
  ls3108: sold('ls3108', {
    columns: 2,
    rows: 7,
    width: 99.1,
    height: 38.1,
    left: 5,
    top: 13.8,
    stepX: 101.6,
    stepY: 38.1,
  }),
  ls3109: sold('ls3109', {
    columns: 2,
    rows: 9,
    width: 100,
    height: 29.9,
    left: 3.7,
    top: 13.5,
    stepX: 102.5,
    stepY: 29.9,
  }),
  ls3100: sold('ls3100', {
    columns: 5,
    rows: 13,
    width: 38.1,
    height: 21.2,
    left: 4.7,
    top: 10.7,
    stepX: 40.6,
    stepY: 21.2,
  }),
  // The size of a bank card (ISO/IEC 7810 ID-1), ten on a plain sheet.
  cards: {
    id: 'cards',
    columns: 2,
    rows: 5,
    width: 85.6,
    height: 54,
    left: 19.4,
    top: 13.5,
    stepX: 85.6,
    stepY: 54,
    cut: true,
  },
}

export const perSheet = ({ columns, rows }: LabelStock): number => columns * rows

export interface Place {
  readonly page: number
  readonly x: number
  readonly y: number
}

/**
 * Where the so manieth label stands, rows first.
 * @param first place on the first sheet, from 0: a begun sheet is used on.
 */
export const placeOf = (stock: LabelStock, first: number, index: number): Place => {
  const at = first + index
  const place = at % perSheet(stock)
  return {
    page: Math.floor(at / perSheet(stock)),
    x: stock.left + (place % stock.columns) * stock.stepX,
    y: stock.top + Math.floor(place / stock.columns) * stock.stepY,
  }
}

/** The first place that is free after so many labels. */
export const nextPlace = (stock: LabelStock, first: number, count: number): number =>
  (first + count) % perSheet(stock)

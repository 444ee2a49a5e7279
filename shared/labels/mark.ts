/** What is drawn on paper, in millimetres from its corner; the window makes pictures of it. */
export type Mark =
  | {
      readonly is: 'text'
      readonly text: string
      readonly x: number
      /** Of the line on which the letters stand. */
      readonly y: number
      readonly size: number
      readonly bold: boolean
      readonly anchor: 'start' | 'middle' | 'end'
      readonly soft: boolean
    }
  | {
      readonly is: 'bars'
      readonly x: number
      readonly y: number
      /** Of one module. */
      readonly module: number
      readonly height: number
      /** Modules, bar and gap by turns, a bar first. */
      readonly widths: readonly number[]
    }
  | {
      readonly is: 'modules'
      readonly x: number
      readonly y: number
      readonly module: number
      /** Dark ones are true. */
      readonly rows: readonly (readonly boolean[])[]
    }
  | {
      readonly is: 'line'
      readonly x: number
      readonly y: number
      readonly toX: number
      readonly toY: number
      readonly look: 'rule' | 'thick' | 'cut'
    }
  | { readonly is: 'box'; readonly x: number; readonly y: number; readonly size: number }

/** One label with its place on the sheet; its marks count from the sheet's corner. */
export interface DrawnLabel {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
  readonly marks: readonly Mark[]
}

export interface DrawnPage {
  readonly labels: readonly DrawnLabel[]
  /** What belongs to no label: lines to cut along, the list's rows. */
  readonly marks: readonly Mark[]
}

export const textMark = (
  text: string,
  x: number,
  y: number,
  size: number,
  differs: Partial<Pick<Extract<Mark, { is: 'text' }>, 'bold' | 'anchor' | 'soft'>> = {},
): Mark => ({ is: 'text', text, x, y, size, bold: false, anchor: 'start', soft: false, ...differs })

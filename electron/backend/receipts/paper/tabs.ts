/** Where HT goes: the stops of `ESC D`, every eight columns until it is sent. */
export interface Tabs {
  readonly stops: readonly number[] | null
}

export const defaultTabs: Tabs = { stops: null }

const every = 8

/** No paper is wider; positions beyond come from noise and would only cost memory. */
export const lastColumn = 255

/** The stops of an `ESC D` token (its two command bytes included). */
export const tabsOf = (bytes: Uint8Array): Tabs => ({
  stops: [...bytes.subarray(2)].filter((column) => column > 0).toSorted((a, b) => a - b),
})

/**
 * The column that HT leads to. Past the last stop a printer stays where it is and glues the figures to the
 * name; one blank is kept between them here, because glued figures could not be told from the name's own.
 */
export const nextStop = (tabs: Tabs, column: number): number => {
  if (column >= lastColumn) return column
  if (tabs.stops === null) return (Math.floor(column / every) + 1) * every
  return tabs.stops.find((stop) => stop > column) ?? column + 1
}

import {
  CellStyleModule,
  ColumnApiModule,
  EventApiModule,
  InfiniteRowModelModule,
  LocaleModule,
  ModuleRegistry,
  RenderApiModule,
  RowApiModule,
  RowStyleModule,
  ScrollApiModule,
  themeQuartz,
} from 'ag-grid-community'

ModuleRegistry.registerModules([
  InfiniteRowModelModule,
  CellStyleModule,
  ColumnApiModule,
  EventApiModule,
  LocaleModule,
  RenderApiModule,
  RowApiModule,
  RowStyleModule,
  ScrollApiModule,
])

/** The grid in the house's colours; light and dark come with the variables. */
export const sheetTheme = themeQuartz.withParams({
  fontFamily: 'var(--text)',
  fontSize: 16,
  dataFontSize: 16,
  headerFontSize: 15,
  headerFontWeight: 600,
  foregroundColor: 'var(--ink)',
  backgroundColor: 'var(--sheet)',
  headerBackgroundColor: 'var(--well)',
  headerTextColor: 'var(--soft)',
  oddRowBackgroundColor: 'var(--sheet)',
  rowHoverColor: 'var(--paper)',
  borderColor: 'var(--line)',
  accentColor: 'var(--green)',
  browserColorScheme: 'inherit',
  wrapperBorder: true,
  wrapperBorderRadius: 'var(--radius)',
  rowHeight: 44,
  headerHeight: 48,
  columnBorder: { color: 'var(--line)' },
  headerColumnBorder: { color: 'var(--line)' },
  headerColumnResizeHandleColor: 'var(--edge)',
  pinnedColumnBorder: { color: 'var(--edge)', width: 1 },
  cellHorizontalPadding: 12,
  spacing: 8,
})

/** Fresh at each load: the content policy lets the grid put in its styles by it. */
export const styleNonce = (): string =>
  document.querySelector<HTMLMetaElement>('meta[property="csp-nonce"]')?.nonce ?? ''

import { useOpenedSheet } from './open-sheet.tsx'
import { SheetView } from './sheet-view.tsx'

/** What another page opened as a sheet. */
const SheetPage = () => {
  const opened = useOpenedSheet()
  return <SheetView opening={opened ?? { sheet: 'customers' }} />
}

export default SheetPage

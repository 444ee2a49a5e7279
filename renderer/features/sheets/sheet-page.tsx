import { useNavigation } from '../../app/navigation.tsx'
import { useOpenedSheet } from './open-sheet.tsx'
import { SheetView } from './sheet-view.tsx'

/** What another page opened as a sheet. */
const SheetPage = () => {
  const opened = useOpenedSheet()
  const { go } = useNavigation()
  return (
    <SheetView opening={opened ?? { sheet: 'customers' }} onBack={() => go(opened?.from ?? 'customers')} />
  )
}

export default SheetPage

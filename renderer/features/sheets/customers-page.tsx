import { SheetView } from './sheet-view.tsx'

/** 고객: everybody, as a sheet. */
const CustomersPage = () => <SheetView opening={{ sheet: 'customers' }} />

export default CustomersPage

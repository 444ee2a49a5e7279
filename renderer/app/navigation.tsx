import { createContext, type ReactNode, useContext, useMemo, useState } from 'react'
import type { OfficePageName } from './page-names.ts'

/** Pages of the open ledger; `guide` keeps the first-run guide in front until it is done. */
export type Page = 'counter' | 'guide' | OfficePageName

export interface Navigation {
  readonly page: Page
  readonly go: (page: Page) => void
}

const NavigationContext = createContext<Navigation>({ page: 'counter', go: () => undefined })

export const NavigationProvider = ({ children }: { readonly children: ReactNode }) => {
  const [page, go] = useState<Page>('counter')
  const value = useMemo(() => ({ page, go }), [page])
  return <NavigationContext value={value}>{children}</NavigationContext>
}

export const useNavigation = (): Navigation => useContext(NavigationContext)

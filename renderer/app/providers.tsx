import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { type ReactNode, useEffect, useState } from 'react'
import { I18nProvider } from 'react-aria-components'
import { listen } from '../api/live.ts'
import { PinPrompt } from '../features/people/pin-prompt.tsx'
import { ToastProvider } from '../ui/toast.tsx'
import { ErrorBoundary } from './error-boundary.tsx'
import { startLanguage } from './language.ts'
import { NavigationProvider } from './navigation.tsx'
import { watchCopying } from './tell-copied.ts'
import { useWords } from './words.ts'

startLanguage()

/** Events keep data fresh, so nothing is asked for again by time or by focus; failures are shown at once. */
const makeClient = (): QueryClient =>
  new QueryClient({
    defaultOptions: {
      queries: {
        staleTime: Number.POSITIVE_INFINITY,
        retry: false,
        refetchOnWindowFocus: false,
        networkMode: 'always',
      },
      mutations: { networkMode: 'always' },
    },
  })

const Localised = ({ children }: { readonly children: ReactNode }) => {
  const { language } = useWords()
  return <I18nProvider locale={language === 'ko' ? 'ko-KR' : 'en-US'}>{children}</I18nProvider>
}

export const Providers = ({ children }: { readonly children: ReactNode }) => {
  const [client] = useState(makeClient)
  useEffect(() => listen(client), [client])
  useEffect(watchCopying, [])
  return (
    <Localised>
      <ErrorBoundary>
        <QueryClientProvider client={client}>
          <ToastProvider>
            <NavigationProvider>
              <PinPrompt>{children}</PinPrompt>
            </NavigationProvider>
          </ToastProvider>
        </QueryClientProvider>
      </ErrorBoundary>
    </Localised>
  )
}

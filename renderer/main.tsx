import './app/jitless.ts'
import './styles/index.ts'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { App } from './app/app.tsx'
import { applyTheme, savedTheme } from './app/appearance.ts'
import { Providers } from './app/providers.tsx'

applyTheme(savedTheme())

const root = document.getElementById('root')
if (root !== null) {
  createRoot(root).render(
    <StrictMode>
      <Providers>
        <App />
      </Providers>
    </StrictMode>,
  )
}

import '../app/jitless.ts'
import '../styles/index.ts'
import './guest.css'
import './join.css'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { GuestApp } from './guest-app.tsx'
import { WordsProvider } from './words.tsx'

const root = document.getElementById('root')
if (root !== null) {
  createRoot(root).render(
    <StrictMode>
      <WordsProvider>
        <GuestApp />
      </WordsProvider>
    </StrictMode>,
  )
}

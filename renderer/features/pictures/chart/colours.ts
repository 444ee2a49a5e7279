import { useSyncExternalStore } from 'react'

const names = [
  'ink',
  'soft',
  'line',
  'sheet',
  'paper',
  'green',
  'picture-1',
  'picture-2',
  'picture-3',
  'picture-4',
  'picture-5',
  'picture-before',
  'picture-low',
  'picture-high',
] as const
export type Colours = Readonly<Record<(typeof names)[number], string>> & { readonly font: string }

/** A canvas knows no custom properties: each is asked for as the page would paint it now. */
const read = (scheme: 'page' | 'light'): Colours => {
  const probe = document.createElement('i')
  if (scheme === 'light') probe.style.colorScheme = 'light'
  document.body.append(probe)
  const paint = (name: string): string => {
    probe.style.color = `var(--${name})`
    return getComputedStyle(probe).color
  }
  const found = Object.fromEntries(names.map((name) => [name, paint(name)])) as Record<
    (typeof names)[number],
    string
  >
  probe.remove()
  return { ...found, font: getComputedStyle(document.body).fontFamily }
}

let known: Colours | null = null

const listen = (changed: () => void): (() => void) => {
  const again = (): void => {
    known = null
    changed()
  }
  const dark = matchMedia('(prefers-color-scheme: dark)')
  dark.addEventListener('change', again)
  const theme = new MutationObserver(again)
  theme.observe(document.documentElement, { attributeFilter: ['data-theme'] })
  return () => {
    dark.removeEventListener('change', again)
    theme.disconnect()
  }
}

const current = (): Colours => {
  known ??= read('page')
  return known
}

/** For what is meant for paper, whatever the screen looks like. */
export const paperColours = (): Colours => read('light')

/** The page's colours for what is drawn; anew when the theme changes. */
export const useColours = (): Colours => useSyncExternalStore(listen, current)

export const themes = ['system', 'light', 'dark'] as const
export type Theme = (typeof themes)[number]

const storageKey = 'dangol.theme'

const isTheme = (value: unknown): value is Theme => themes.some((theme) => theme === value)

export const savedTheme = (): Theme => {
  const saved = localStorage.getItem(storageKey)
  return isTheme(saved) ? saved : 'system'
}

/** `system` leaves the choice to `prefers-color-scheme`. */
export const applyTheme = (theme: Theme): void => {
  if (theme === 'system') delete document.documentElement.dataset['theme']
  else document.documentElement.dataset['theme'] = theme
}

export const chooseTheme = (theme: Theme): void => {
  localStorage.setItem(storageKey, theme)
  applyTheme(theme)
}

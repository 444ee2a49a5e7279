import { api } from '../api/api.ts'

/** Says that something of ours is in the clipboard now, so that it does not stay there. */
export const tellCopied = (): void => {
  // What could not be told is no reason to show an error: the copying itself went well.
  void api.call('app.copied', {}).catch(() => undefined)
}

/** The clipboard holds it only once the event is over. */
const later = (): void => void setTimeout(tellCopied, 50)

/** Every copying and cutting in the window; answers the function that stops it. */
export const watchCopying = (): (() => void) => {
  document.addEventListener('copy', later)
  document.addEventListener('cut', later)
  return () => {
    document.removeEventListener('copy', later)
    document.removeEventListener('cut', later)
  }
}

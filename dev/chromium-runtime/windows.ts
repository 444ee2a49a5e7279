/** What `app` has to know of a window, apart from it so that neither needs the other. */
export interface ClosableWindow {
  /** Asks the window to close; false when a listener refused. */
  requestClose(): Promise<boolean>
}

export const windows = new Set<ClosableWindow>()

export const closeAllWindows = async (): Promise<boolean> => {
  for (const window of windows) if (!(await window.requestClose())) return false
  return true
}

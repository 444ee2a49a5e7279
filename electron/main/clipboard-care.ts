/** What is needed of Electron's clipboard. */
export interface Clipboard {
  readText(): Promise<string>
  clear(): void
}

export interface ClipboardCare {
  /** A window has just copied something of ours. */
  copied(): void
  /** The app ends: what was copied does not stay behind. */
  end(): Promise<void>
}

/** How long names and numbers may lie in the clipboard, ms. */
export const keptInClipboard = 30_000

/**
 * Clears the clipboard some time after our own windows copied something, unless somebody copied something else since:
 * that is theirs.
 */
export const createClipboardCare = (clipboard: Clipboard): ClipboardCare => {
  let ours: string | null = null
  let timer: NodeJS.Timeout | null = null

  const clear = async (): Promise<void> => {
    if (timer !== null) clearTimeout(timer)
    timer = null
    const mine = ours
    ours = null
    if (mine === null || mine === '') return
    // A clipboard that cannot be read is somebody else's at this moment.
    const now = await clipboard.readText().catch(() => null)
    if (now === mine) clipboard.clear()
  }

  const remember = (text: string): void => {
    ours = text
    if (timer !== null) clearTimeout(timer)
    timer = setTimeout(() => void clear(), keptInClipboard).unref()
  }

  return {
    copied() {
      void clipboard.readText().then(remember, () => undefined)
    },
    end: clear,
  }
}

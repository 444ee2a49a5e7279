import type { OpenDialogOptions, OpenDialogReturnValue } from 'electron'
import { ok, type Result } from '#shared/result.ts'

/** The part of Electron's `dialog` that lets somebody choose a folder. */
export interface FolderDialog<W> {
  showOpenDialog(options: OpenDialogOptions): Promise<OpenDialogReturnValue>
  showOpenDialog(window: W, options: OpenDialogOptions): Promise<OpenDialogReturnValue>
}

const options: OpenDialogOptions = { properties: ['openDirectory', 'createDirectory'] }

/**
 * The system's own dialog, over the window that asked. Two presses of a button open it once: who asks meanwhile gets the
 * same answer. `path` is null where it was closed without choosing, or cannot be shown.
 */
export const folderChoice = <W>(
  dialog: FolderDialog<W>,
  window: () => W | null,
): (() => Promise<Result<{ path: string | null }>>) => {
  let asking: Promise<string | null> | null = null
  const ask = async (): Promise<string | null> => {
    try {
      const parent = window()
      const { canceled, filePaths } = await (parent === null
        ? dialog.showOpenDialog(options)
        : dialog.showOpenDialog(parent, options))
      return canceled ? null : (filePaths[0] ?? null)
    } catch {
      return null
    } finally {
      asking = null
    }
  }
  return async () => {
    asking ??= ask()
    return ok({ path: await asking })
  }
}

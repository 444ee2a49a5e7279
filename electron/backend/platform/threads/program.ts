import { join } from 'node:path'

/**
 * A thread's program, where it runs from source as well as where it was built: beside the file that starts it, and there
 * with all others in one folder.
 * @param folder `import.meta.dirname` of that file.
 * @param name as in `electron.vite.config.ts`: `snapshot-worker`.
 */
export const threadProgram = (folder: string, name: string): string =>
  join(folder, import.meta.filename.endsWith('.ts') ? `${name}.port.ts` : `${name}.js`)

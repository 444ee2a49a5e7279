import { join } from 'node:path'

/** The checkout's folder. */
export const root = join(import.meta.dirname, '..')

/** The script that a package's command runs, so that it starts under this very Node and without a shell. */
export const script = (path: string): string => join(root, 'node_modules', path)

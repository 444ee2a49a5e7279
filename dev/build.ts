import { spawnSync } from 'node:child_process'
import { root, script } from './project.ts'

/** Builds main, backend, preload and renderer into `out/`. Answers what went wrong, or null. */
export const build = (): string | null => {
  const run = spawnSync(process.execPath, [script('electron-vite/bin/electron-vite.js'), 'build'], {
    cwd: root,
    encoding: 'utf8',
  })
  return run.status === 0 ? null : `${run.stdout}${run.stderr}`
}

import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { until } from './until.ts'

/** Tests with real serial lines need socat to make them; without it they are skipped by that name. */
export const hasSocat = spawnSync('socat', ['-V']).status === 0
export const withSocat = hasSocat ? 'over a real pty' : 'over a real pty (skipped: socat is not installed)'

/** A serial cable: two pseudo-terminals under lasting names, that can be pulled out and plugged in again. */
export interface PtyCable {
  readonly here: string
  readonly there: string
  plug(): Promise<void>
  /** As abruptly as a hand: the process between the ends is killed and their names go. */
  pull(): Promise<void>
  remove(): Promise<void>
}

export const createPtyCable = (): PtyCable => {
  const folder = mkdtempSync(join(tmpdir(), 'dangol-pty-'))
  const here = join(folder, 'ttyHERE')
  const there = join(folder, 'ttyTHERE')
  let socat: ChildProcess | null = null

  const plug = async (): Promise<void> => {
    const started = spawn(
      'socat',
      ['-d', '-d', `pty,raw,echo=0,link=${here}`, `pty,raw,echo=0,link=${there}`],
      { stdio: ['ignore', 'ignore', 'pipe'] },
    )
    socat = started
    let said = ''
    started.stderr.on('data', (bytes: Buffer) => {
      said += bytes.toString('latin1')
    })
    await until('socat to connect both ends', () => said.includes('starting data transfer'))
  }
  const pull = async (): Promise<void> => {
    const killed = socat
    socat = null
    if (killed === null) return
    const ended = new Promise((resolve) => killed.once('close', resolve))
    killed.kill('SIGKILL')
    rmSync(here, { force: true })
    rmSync(there, { force: true })
    await ended
  }
  return {
    here,
    there,
    plug,
    pull,
    async remove() {
      await pull()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

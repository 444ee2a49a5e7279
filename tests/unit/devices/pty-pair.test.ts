import { fork } from 'node:child_process'
import { once } from 'node:events'
import { statSync } from 'node:fs'
import { describe, expect, onTestFinished, test } from 'vitest'
import { openPtyPair } from '#backend/devices/simulated/pty-pair.port.ts'
import { hasSocat, withSocat } from '../../helpers/devices/pty-cable.ts'
import { until } from '../../helpers/devices/until.ts'

/** Which line stands there: names of ptys are given out again at once, also to other programs. */
const lineAt = (path: string | undefined): number | null =>
  statSync(path ?? '', { throwIfNoEntry: false })?.ctimeMs ?? null

describe.skipIf(!hasSocat)(`the simulated POS's line ${withSocat}`, () => {
  test('is gone when it is closed', async () => {
    const pair = await openPtyPair()
    const line = lineAt(pair?.listener)
    expect(line).not.toBeNull()
    await pair?.close()
    expect(lineAt(pair?.listener)).not.toBe(line)
  })

  test('does not outlive the program, even one that is killed', async () => {
    const program = fork(new URL('../../helpers/devices/pty-program.ts', import.meta.url), {
      stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    })
    onTestFinished(() => void program.kill('SIGKILL'))
    const [{ listener }] = (await once(program, 'message')) as [{ listener: string }]
    const line = lineAt(listener)
    expect(line).not.toBeNull()
    program.kill('SIGKILL')
    await until('the line to be gone', () => lineAt(listener) !== line)
  })
})

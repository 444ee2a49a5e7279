import { type ChildProcess, spawn } from 'node:child_process'
import { EventEmitter, once } from 'node:events'
import { mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'

const lock = join(import.meta.dirname, '../../../dev/chromium-runtime/instance-lock.ts')
let folder = ''
const children: ChildProcess[] = []

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'dangol-lock-'))
})
afterEach(() => {
  for (const child of children.splice(0)) child.kill('SIGKILL')
  rmSync(folder, { recursive: true, force: true })
})

/** A process that tries to be the only one on the folder; answers its first line of output. */
const contender = async (...args: string[]) => {
  const code = `
    const { takeInstanceLock, told } = await import(${JSON.stringify(lock)})
    const first = takeInstanceLock(${JSON.stringify(folder)}, (second) => console.log('told ' + second.argv.at(-1)))
    console.log(first)
    if (first) setInterval(() => {}, 1000)
    else await told`
  const child = spawn(process.execPath, ['--input-type=module', '-e', code, '--', ...args], {
    stdio: ['ignore', 'pipe', 'ignore'],
    env: { ...process.env, TMPDIR: join(folder, 'temporary') },
  })
  children.push(child)
  const lines: string[] = []
  const arrived = new EventEmitter()
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    lines.push(...text.trim().split('\n'))
    arrived.emit('line')
  })
  const line = async (index: number): Promise<string> => {
    for (;;) {
      const found = lines[index]
      if (found !== undefined) return found
      await once(arrived, 'line')
    }
  }
  return { child, line, first: await line(0) }
}

test('the first has it, the second does not and tells the first', async () => {
  const one = await contender()
  const two = await contender('--data=x')
  expect([one.first, two.first]).toEqual(['true', 'false'])
  expect(await one.line(1)).toBe('told --data=x')
})

test('nothing of it is left among the temporary files, even of one that was killed', async () => {
  const temporary = join(folder, 'temporary')
  mkdirSync(temporary)
  const one = await contender()
  const two = await contender('--heard')
  expect([one.first, two.first, await one.line(1)]).toEqual(['true', 'false', 'told --heard'])
  const gone = once(one.child, 'exit')
  one.child.kill('SIGKILL')
  await gone
  expect(readdirSync(temporary)).toEqual([])
})

test('a holder that was killed leaves no lock behind', async () => {
  const one = await contender()
  const gone = new Promise((resolve) => one.child.once('exit', resolve))
  one.child.kill('SIGKILL')
  await gone
  const two = await contender()
  expect(two.first).toBe('true')
  const three = await contender('--again')
  expect(three.first).toBe('false')
  expect(await two.line(1)).toBe('told --again')
})

import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { utilityMetrics, utilityProcess } from '../../../dev/chromium-runtime/utility-process.ts'

let folder = ''
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'dangol-utility-'))
})
afterAll(() => rmSync(folder, { recursive: true }))

const fork = (name: string, body: string) => {
  const file = join(folder, `${name}.mjs`)
  writeFileSync(file, body)
  return utilityProcess.fork(file, ['--given'], { serviceName: name })
}
const next = (process: ReturnType<typeof fork>, event: string): Promise<unknown> =>
  new Promise((resolve) => process.once(event, resolve))

test('structured clones go both ways, and early messages wait for the listener', async () => {
  const child = fork(
    'echo',
    `await new Promise((resolve) => setTimeout(resolve, 50))
     process.parentPort.on('message', ({ data, ports }) => process.parentPort.postMessage({ data, ports, argv: process.argv.slice(2) }))`,
  )
  const sent = { bytes: new Uint8Array([1, 2]), map: new Map([['a', 1n]]), at: new Date(0), none: undefined }
  child.postMessage(sent)
  expect(await next(child, 'message')).toEqual({ data: sent, ports: [], argv: ['--given'] })
  expect(utilityMetrics()).toEqual([expect.objectContaining({ name: 'echo', pid: child.pid })])
  const gone = next(child, 'exit')
  expect(child.kill()).toBe(true)
  await gone
  expect(child.pid).toBeUndefined()
  expect(utilityMetrics()).toEqual([])
})

test('its exit code is told, and what is said to it afterwards is dropped', async () => {
  const child = fork('leaver', 'process.exit(7)')
  expect(await next(child, 'exit')).toBe(7)
  child.postMessage({ anybody: 'there' })
})

test('what cannot be cloned throws where it is sent', async () => {
  const child = fork('listener', "process.parentPort.on('message', () => {})")
  await next(child, 'spawn')
  expect(() => child.postMessage({ work: () => {} })).toThrow(/could not be cloned/)
  const gone = next(child, 'exit')
  child.kill()
  await gone
})

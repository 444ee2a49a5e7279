import { expect, test } from 'vitest'
import { listPorts } from '#backend/devices/ports.port.ts'
import { serialPortInfo } from '#shared/contract/devices.ts'

test('lists the ports of whatever PC this is in the shape of the contract, each once', async () => {
  const ports = await listPorts()
  expect(() => serialPortInfo.array().parse(ports)).not.toThrow()
  expect(new Set(ports.map((port) => port.path)).size).toBe(ports.length)
})

test('a PC whose device database cannot be asked still gets an answer', async () => {
  const path = process.env['PATH']
  process.env['PATH'] = '/nowhere'
  try {
    expect(await listPorts()).toBeInstanceOf(Array)
  } finally {
    process.env['PATH'] = path
  }
})

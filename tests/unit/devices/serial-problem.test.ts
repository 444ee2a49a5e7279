import { expect, test } from 'vitest'
import { serialProblem } from '#backend/devices/serial-problem.ts'

test.each([
  ['Error Resource temporarily unavailable Cannot lock port', 'source.port-busy'],
  ['Error: Device or resource busy, cannot open /dev/ttyUSB0', 'source.port-busy'],
  ['Opening COM3: Access denied', 'source.port-busy'],
  ['Error: Permission denied, cannot open /dev/ttyUSB0', 'source.port-denied'],
  ['Error: No such file or directory, cannot open /dev/ttyUSB0', 'source.port-away'],
  ['Opening COM9: File not found', 'source.port-away'],
  ['', 'source.port-away'],
])('%s is told as %s', (message, code) => {
  expect(serialProblem(message, '/dev/ttyUSB0')).toEqual({ code, params: { path: '/dev/ttyUSB0' } })
})

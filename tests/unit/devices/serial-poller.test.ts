import { EventEmitter } from 'node:events'
import { expect, test } from 'vitest'
import { watchBothWays } from '#backend/devices/serial-poller.ts'

/** As the driver's: waits for what it was asked for last, and asks before it has the listener. */
class OneThingAtATime extends EventEmitter {
  asked = 0
  poll(events = 0): void {
    this.asked = events
  }
  await(event: 'readable' | 'writable'): void {
    this.poll(event === 'readable' ? 1 : 2)
    this.once(event, () => undefined)
  }
}

test('a read that begins to wait does not make a waiting write forgotten, nor the other way round', () => {
  const poller = new OneThingAtATime()
  watchBothWays({ poller })
  poller.await('writable')
  expect(poller.asked).toBe(2)
  poller.await('readable')
  expect(poller.asked).toBe(3)
  poller.emit('writable')
  poller.emit('readable')
  poller.await('readable')
  expect(poller.asked).toBe(1)
})

test.each([undefined, null, {}, { poller: null }, { poller: { poll: 3 } }, 7])(
  'leaves %j alone: other systems have no such watcher',
  (binding) => {
    expect(() => watchBothWays(binding)).not.toThrow()
  },
)

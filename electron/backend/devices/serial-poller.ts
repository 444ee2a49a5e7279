import type { EventEmitter } from 'node:events'

/** The driver's watcher of one port on Linux and macOS. */
interface Poller extends EventEmitter {
  poll(events?: number): void
}

const readable = 1
const writable = 2

/**
 * Mends the driver's watcher for a port that is read and written at once. It waits for one thing at a time: a read
 * that begins to wait makes it forget the write that was waiting, and a printer that sends an answer while its
 * memory is full would never be sent the rest (bindings-cpp 13, `poller.cpp`: `uv_poll_start` is given the new
 * event alone). Here every event that somebody waits for is asked for again with each new one.
 */
export const watchBothWays = (binding: unknown): void => {
  const poller = pollerOf(binding)
  if (poller === null) return
  const poll = poller.poll.bind(poller)
  poller.poll = (events = 0) => {
    const reading = poller.listenerCount('readable') > 0 ? readable : 0
    const writing = poller.listenerCount('writable') > 0 ? writable : 0
    poll(events | reading | writing)
  }
}

/** Windows has none, and another version of the driver may have another one. */
const pollerOf = (binding: unknown): Poller | null => {
  if (typeof binding !== 'object' || binding === null || !('poller' in binding)) return null
  const { poller } = binding
  return isPoller(poller) ? poller : null
}

const isPoller = (given: unknown): given is Poller =>
  typeof given === 'object' &&
  given !== null &&
  'poll' in given &&
  typeof given.poll === 'function' &&
  'listenerCount' in given &&
  typeof given.listenerCount === 'function'

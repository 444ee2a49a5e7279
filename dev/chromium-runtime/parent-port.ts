import { EventEmitter } from 'node:events'

// Loaded by --import into a forked Node process: `process.parentPort` as a utility process has it.
const port = new EventEmitter()
let early: unknown[] | null = []

process.on('message', (data) => {
  if (early === null) port.emit('message', { data, ports: [] })
  else early.push(data)
})
// Messages wait for the first listener.
port.on('newListener', (event) => {
  if (event !== 'message' || early === null) return
  const waiting = early
  early = null
  setImmediate(() => {
    for (const data of waiting) port.emit('message', { data, ports: [] })
  })
})
// Ctrl-C goes to every process of the terminal: ending is asked for by main, in order.
for (const signal of ['SIGINT', 'SIGHUP'] as const) process.on(signal, () => {})
// Electron ends its utility processes with itself, whatever they do.
process.on('disconnect', () => process.exit(0))

Object.defineProperty(process, 'parentPort', {
  value: Object.assign(port, {
    postMessage: (message: unknown) => {
      if (process.connected) process.send?.(message)
    },
  }),
})

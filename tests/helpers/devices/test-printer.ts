import { createServer, type Socket } from 'node:net'
import { openSerialLine } from '#backend/devices/serial-line.port.ts'
import { type BrainLine, createPrinterBrain, type PrinterLook } from './printer-brain.ts'

/** A receipt printer that really listens. */
export interface TestPrinter extends PrinterLook {
  /** Off, nobody answers, and what had not come out is lost. */
  power(on: boolean): Promise<void>
  isOn(): boolean
  close(): Promise<void>
}

/** On 127.0.0.1; `port` 0 lets the system choose. */
export const startTcpTestPrinter = async (port = 0): Promise<TestPrinter & { readonly port: number }> => {
  const brain = createPrinterBrain()
  const sockets = new Set<Socket>()
  let on = true
  const hangUpAll = (): void => {
    for (const socket of sockets) socket.resetAndDestroy()
  }
  const server = createServer((socket) => {
    sockets.add(socket)
    socket.on('error', () => undefined)
    socket.on('close', () => sockets.delete(socket))
    const line: BrainLine = {
      answer: (bytes) => void (socket.writable && socket.write(bytes)),
      hangUp: () => socket.resetAndDestroy(),
      powerOff: () => void power(false),
    }
    brain.open(line)
    socket.on('data', (bytes) => {
      // What was on its way when the line was cut reaches nobody.
      if (!socket.destroyed) brain.hear(bytes, line)
    })
  })
  const listen = (at: number): Promise<void> =>
    new Promise((resolve, reject) => {
      server.once('error', reject)
      server.listen(at, '127.0.0.1', () => {
        server.off('error', reject)
        resolve()
      })
    })
  const shut = (): Promise<unknown> => {
    const closed = new Promise((resolve) => server.close(resolve))
    hangUpAll()
    return closed
  }
  const power = async (next: boolean): Promise<void> => {
    if (on === next) return
    on = next
    if (on) await listen(own)
    else {
      brain.losePower()
      await shut()
    }
  }
  await listen(port)
  const address = server.address()
  const own = typeof address === 'object' && address !== null ? address.port : 0
  return {
    ...brain.look,
    port: own,
    power,
    isOn: () => on,
    close: () => power(false),
  }
}

/** At the far end of a serial cable. */
export const startSerialTestPrinter = async (path: string): Promise<TestPrinter> => {
  const brain = createPrinterBrain()
  let on = true
  const power = async (next: boolean): Promise<void> => {
    on = next
    if (!on) brain.losePower()
  }
  const line = await openSerialLine(
    { path, baudRate: 9600, dataBits: 8, parity: 'none', stopBits: 1 },
    {
      data: (bytes) => {
        if (on) brain.hear(bytes, end)
      },
      gone: () => undefined,
    },
  )
  const end: BrainLine = {
    answer: (bytes) => {
      if (on) void line.write(bytes).catch(() => undefined)
    },
    // A cable does not hang up: what came is forgotten, and nothing more is said of it.
    hangUp: () => undefined,
    powerOff: () => void power(false),
  }
  brain.open(end)
  return { ...brain.look, power, isOn: () => on, close: () => line.close() }
}

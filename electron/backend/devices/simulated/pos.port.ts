import { connect } from 'node:net'
import { openSerialLine } from '../serial-line.port.ts'

/** The simulated POS's printer line: the far end of a real pty, or a real socket. */
export interface PosLine {
  print(bytes: Uint8Array): Promise<void>
  close(): Promise<void>
}

/** Opens a port as a POS would, to write receipts into it. Rejects when it cannot be opened. */
export const openSerialPos = async (path: string, baudRate = 9600): Promise<PosLine> => {
  const line = await openSerialLine(
    { path, baudRate, dataBits: 8, parity: 'none', stopBits: 1 },
    { data: () => undefined, gone: () => undefined },
  )
  return { print: (bytes) => line.write(bytes), close: () => line.close() }
}

/** Connects for each receipt, as many POS programs do. */
export const openTcpPos = (host: string, port: number): PosLine => ({
  print: (bytes) =>
    new Promise((resolve, reject) => {
      const socket = connect({ host, port, timeout: 5000 })
      socket.once('error', reject)
      socket.once('timeout', () => socket.destroy(new Error('no answer')))
      socket.once('connect', () => socket.end(bytes))
      socket.once('close', (failed) => {
        if (!failed) resolve()
      })
      socket.resume()
    }),
  close: async () => undefined,
})

import type { Server } from 'node:net'
import { createServer } from 'node:net'

/** Listens on 127.0.0.1 at a port of the system's choice. */
export const listenAnywhere = (server: Server): Promise<number> =>
  new Promise((resolve) => {
    server.listen(0, '127.0.0.1', () => {
      const address = server.address()
      resolve(typeof address === 'object' && address !== null ? address.port : 0)
    })
  })

/** A port that was free a moment ago. */
export const freePort = async (): Promise<number> => {
  const server = createServer()
  const port = await listenAnywhere(server)
  await new Promise((resolve) => server.close(resolve))
  return port
}

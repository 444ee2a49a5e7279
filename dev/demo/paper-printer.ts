import { createServer, type Socket } from 'node:net'
import { createTokenizer } from '#backend/receipts/escpos/tokenizer.ts'
import { papersOf } from '#backend/receipts/paper/papers-of.ts'

/** A receipt printer on the network that keeps what it prints instead of printing it. */
export interface PaperPrinter {
  readonly port: number
  /** What came out so far, slip by slip: its bytes and its lines. */
  slips(): { readonly bytes: Uint8Array; readonly lines: readonly string[] }[]
  close(): Promise<void>
}

/** Nothing is wrong: the answer to each of the four questions of `DLE EOT`. */
const allIsWell = 0x12

/** Listens on 127.0.0.1, answers questions about its state and reports finished prints, as Epson's manual says. */
export const startPaperPrinter = async (): Promise<PaperPrinter> => {
  const printed: Uint8Array[] = []
  const sockets = new Set<Socket>()
  const server = createServer((socket) => {
    const tokenizer = createTokenizer()
    sockets.add(socket)
    socket.on('error', () => undefined)
    socket.on('close', () => sockets.delete(socket))
    socket.on('data', (bytes) => {
      for (const token of tokenizer.push(bytes)) {
        if (token.type === 'DLE EOT') socket.write(Uint8Array.of(allIsWell))
        else if (token.type === 'GS ( H')
          socket.write(Uint8Array.of(0x37, 0x22, ...token.bytes.subarray(7, 11), 0))
        else printed.push(Uint8Array.from(token.bytes))
      }
    })
  })
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(0, '127.0.0.1', resolve)
  })
  const address = server.address()
  return {
    port: typeof address === 'object' && address !== null ? address.port : 0,
    slips() {
      const all = new Uint8Array(Buffer.concat(printed))
      return papersOf(all, 'cp949').map((paper) => ({
        bytes: all.subarray(paper.from, paper.to),
        lines: paper.lines.map((line) => line.text),
      }))
    },
    async close() {
      for (const socket of sockets) socket.destroy()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}

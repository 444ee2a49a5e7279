import { createReadStream } from 'node:fs'
import type { Token } from '#backend/receipts/escpos/token.ts'
import { createTokenizer } from '#backend/receipts/escpos/tokenizer.ts'
import { onlyFile, readArguments } from './arguments.ts'
import type { Io } from './io.ts'

/** A token without its bytes. */
type Listed = Pick<Token, 'offset' | 'length' | 'type' | 'truncated'>

const usage = 'tokens FILE'

/** Texts of a size to be written at once. */
const pieceLength = 256 * 1024

/** One run of text is one entry, though the tokenizer closes a very long one from time to time. */
const follows = (before: Listed | null, token: Token): before is Listed =>
  before !== null && before.type === 'text' && token.type === 'text'

/**
 * `tokens FILE`: every token of a recorded stream as a JSON array of `{offset, length, type, truncated?}`, which
 * cover each byte exactly once. Read and written piece by piece, so that a file of any size does.
 */
export const run = async (args: readonly string[], io: Io): Promise<number> => {
  const file = onlyFile(readArguments(args, {}).positionals, usage)
  const tokenizer = createTokenizer()
  let piece = '['
  let open: Listed | null = null
  let separator = '\n'

  const write = (token: Listed | null): void => {
    if (token === null) return
    piece += separator + JSON.stringify(token)
    separator = ',\n'
  }
  const take = (tokens: readonly Token[]): void => {
    for (const token of tokens) {
      if (follows(open, token)) open = { ...open, length: open.length + token.length }
      else {
        write(open)
        const { offset, length, type } = token
        open = token.truncated ? { offset, length, type, truncated: true } : { offset, length, type }
      }
    }
  }

  for await (const chunk of createReadStream(file)) {
    take(tokenizer.push(chunk))
    if (piece.length < pieceLength) continue
    await io.out(piece)
    piece = ''
  }
  take(tokenizer.end())
  write(open)
  await io.out(`${piece}\n]\n`)
  return 0
}

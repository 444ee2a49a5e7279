import { createRequire } from 'node:module'
import iconv from 'iconv-lite'

interface Npos {
  parser(): {
    parse(bytes: Buffer): Promise<{ entries: readonly { type: string; data: unknown }[] }>
  }
}

const npos: Npos = createRequire(import.meta.url)('npos')

/**
 * The lines of text in a CP949 printer stream as `npos` finds them, a decoder that is not ours. It knows the
 * common commands only, and neither tabs nor positions.
 */
export const linesBySecondDecoder = async (bytes: Uint8Array): Promise<string[]> => {
  const { entries } = await npos.parser().parse(Buffer.from(bytes))
  const texts = entries.flatMap(({ type, data }) =>
    type === 'text' && Buffer.isBuffer(data) ? [iconv.decode(data, 'cp949')] : [],
  )
  return texts
    .join('')
    .split(/\r?\n/)
    .map((line) => line.trimEnd())
}

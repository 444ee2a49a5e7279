import type { SourceSink } from '#backend/devices/sources/source.ts'
import type { SourceStatus } from '#shared/contract/devices.ts'

/** Keeps what a source hands over. */
export interface Watch extends SourceSink {
  readonly streams: Map<string, { bytes: Uint8Array[]; closed: boolean }>
  readonly states: { connection: SourceStatus['connection']; code: string | null }[]
  all(): Buffer
  last(): string
}

export const createWatch = (): Watch => {
  const streams: Watch['streams'] = new Map()
  const states: Watch['states'] = []
  const streamOf = (id: string) => {
    const stream = streams.get(id) ?? { bytes: [], closed: false }
    streams.set(id, stream)
    return stream
  }
  return {
    streams,
    states,
    all: () => Buffer.concat([...streams.values()].flatMap((stream) => stream.bytes)),
    last: () => `${states.at(-1)?.connection ?? 'none'} ${states.at(-1)?.code ?? ''}`.trim(),
    bytes: (id, bytes) => streamOf(id).bytes.push(bytes),
    closed: (id) => {
      streamOf(id).closed = true
    },
    state: (connection, problem) => states.push({ connection, code: problem?.code ?? null }),
  }
}

import { byteClasses, commandSets, controlByte, leadByte, textByte } from './byte-classes.ts'
import { type Command, type CommandSet, type Family, isFamily } from './command.ts'
import { createKeptBytes } from './kept-bytes.ts'
import { shortCommand } from './short-command.ts'
import { type HeadStep, maxHead, type Step } from './step.ts'
import type { Token } from './token.ts'

export interface Tokenizer {
  /**
   * The tokens that these bytes complete. Their `bytes` may share the chunk's memory: a caller that fills its
   * buffer again copies first.
   */
  push(chunk: Uint8Array): Token[]
  /** What is still open, as it stands; offsets go on from here if more is pushed. */
  end(): Token[]
}

export interface TokenizerOptions {
  /** Bytes kept of one token, 256 or more; longer payloads are passed over and only counted. */
  readonly maxKeptBytes?: number
  /**
   * A command that announces more than this is given up after its announcement, as `truncated`: it came from
   * noise, and believing it would swallow every receipt that follows. Unbounded where it is not set.
   */
  readonly maxCommandBytes?: number
}

/** An image of 64 KB with its command still fits. */
const defaultKept = 64 * 1024 + 64
/** A run of text is closed here, counted from its own start, so that chunking makes no difference. */
export const longestTextRun = 4096

const singles = Array.from({ length: 256 }, (_, byte) => Uint8Array.of(byte))
const empty = new Uint8Array(0)

type Mode = 'between' | 'text' | 'second' | 'third' | 'head' | 'payload' | 'until-nul'

/**
 * ESC/POS, byte by byte: never throws, keeps at most `maxKeptBytes`, and gives the same tokens however the
 * stream is cut into chunks. Each byte belongs to exactly one token.
 */
export const createTokenizer = (options: TokenizerOptions = {}): Tokenizer => {
  const maxKept = Math.max(256, options.maxKeptBytes ?? defaultKept)
  const longestCommand = options.maxCommandBytes ?? Number.POSITIVE_INFINITY
  const longestRun = Math.min(longestTextRun, maxKept)
  const kept = createKeptBytes(maxKept)
  const scratch = new Uint8Array(maxHead)

  let mode: Mode = 'between'
  let type = 'unknown'
  let set: CommandSet = []
  let family: Family | null = null
  let step: HeadStep | null = null
  let following: Step | null = null
  /** Head bytes in `scratch`, payload bytes still to pass over, or data bytes seen before a NUL. */
  let count = 0
  let atMost = 0

  /** Offsets in the stream: of the chunk, and of the open token. */
  let base = 0
  let start = 0
  let out: Token[] = []
  let chunk: Uint8Array = empty
  let i = 0

  const finish = (name: string, to: number, truncated = false): void => {
    const length = base + to - start
    const from = start - base
    let bytes: Uint8Array
    if (from >= 0)
      bytes =
        length === 3 && name !== 'text'
          ? shortCommand(chunk[from] ?? 0, chunk[from + 1] ?? 0, chunk[from + 2] ?? 0)
          : chunk.subarray(from, Math.min(to, from + maxKept))
    else {
      kept.add(chunk, 0, to)
      bytes = kept.take()
    }
    const token = { offset: start, length, type: name, bytes }
    out.push(truncated ? { ...token, truncated } : token)
    start = base + to
    mode = 'between'
  }

  const enter = (next: Step | null): void => {
    count = 0
    if (next === null) finish(type, i)
    else if (next.kind === 'head') {
      step = next
      mode = 'head'
      if (chunk.length - i >= next.head) head(next)
    } else {
      atMost = next.atMost
      mode = 'until-nul'
    }
  }

  const begin = (command: Command): void => {
    type = command.name
    enter(command.parameters)
  }

  const between = (): void => {
    const byte = chunk[i] ?? 0
    const kind = byteClasses[byte]
    if (kind === controlByte) {
      out.push({ offset: base + i, length: 1, type: 'control', bytes: singles[byte] ?? empty })
      start = base + i + 1
      i++
    } else if (kind === leadByte) {
      set = commandSets.get(byte) ?? []
      mode = 'second'
      i++
      if (i < chunk.length) second()
    } else {
      mode = 'text'
      text()
    }
  }

  const text = (): void => {
    const stop = Math.min(chunk.length, start + longestRun - base)
    while (i < stop && byteClasses[chunk[i] ?? 0] === textByte) i++
    if (i < chunk.length || base + i - start === longestRun) finish('text', i)
  }

  const second = (): void => {
    const entry = set[chunk[i] ?? 0]
    i++
    if (entry === undefined) finish('unknown', i)
    else if (isFamily(entry)) {
      family = entry
      mode = 'third'
    } else begin(entry)
  }

  const third = (): void => {
    const command = family?.third(chunk[i] ?? 0)
    if (command === undefined) finish('unknown', i)
    else {
      i++
      begin(command)
    }
  }

  const head = (current: HeadStep): void => {
    let bytes = chunk
    let at = i
    if (count === 0 && chunk.length - i >= current.head) i += current.head
    else {
      while (count < current.head && i < chunk.length) scratch[count++] = chunk[i++] ?? 0
      if (count < current.head) return
      bytes = scratch
      at = 0
    }
    const payload = current.payload(bytes, at)
    following = current.next(bytes, at)
    if (base + i - start + payload > longestCommand) finish(type, i, true)
    else if (payload > 0) {
      count = payload
      mode = 'payload'
    } else enter(following)
  }

  const payload = (): void => {
    const taken = Math.min(count, chunk.length - i)
    i += taken
    count -= taken
    if (count === 0) enter(following)
  }

  const untilNul = (): void => {
    while (i < chunk.length) {
      if (chunk[i] === 0) {
        i++
        return finish(type, i)
      }
      if (count === atMost) return finish(type, i)
      count++
      i++
    }
  }

  const advance = (): void => {
    if (mode === 'between') between()
    else if (mode === 'text') text()
    else if (mode === 'second') second()
    else if (mode === 'third') third()
    else if (mode === 'head' && step !== null) head(step)
    else if (mode === 'payload') payload()
    else untilNul()
  }

  const taken = (): Token[] => {
    const tokens = out
    out = []
    chunk = empty
    return tokens
  }

  return {
    push(bytes) {
      // A Buffer's own subarray is several times slower than a Uint8Array's.
      chunk = new Uint8Array(bytes.buffer, bytes.byteOffset, bytes.byteLength)
      i = 0
      while (i < chunk.length) advance()
      if (start < base + chunk.length) kept.add(chunk, Math.max(0, start - base), chunk.length)
      base += chunk.length
      return taken()
    },
    end() {
      if (mode === 'between') return []
      const whole = mode === 'text' || (mode === 'until-nul' && count === atMost)
      const name =
        mode === 'text'
          ? 'text'
          : mode === 'second'
            ? 'unknown'
            : mode === 'third'
              ? (family?.name ?? type)
              : type
      const token = { offset: start, length: base - start, type: name, bytes: kept.take() }
      mode = 'between'
      start = base
      return [whole ? token : { ...token, truncated: true }]
    },
  }
}

/** All tokens of a whole stream; see `createTokenizer`. */
export const tokenize = (bytes: Uint8Array, options: TokenizerOptions = {}): Token[] => {
  const tokenizer = createTokenizer(options)
  const tokens = tokenizer.push(bytes)
  for (const last of tokenizer.end()) tokens.push(last)
  return tokens
}

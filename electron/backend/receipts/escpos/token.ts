/**
 * One piece of a printer stream. Tokens cover every byte exactly once, in order.
 * `type` is `text` (a run of printable bytes), `control` (a single byte such as LF, CR, HT, FF, CAN),
 * the command's name (`ESC @`, `GS ( k`, `FS &`, `DLE EOT`), or `unknown` (two bytes that no manual names).
 */
export interface Token {
  /** Bytes from the start of the stream. */
  readonly offset: number
  /** Bytes, the command's own two included. */
  readonly length: number
  readonly type: string
  /** The stream ended inside this command, or it was given up (`maxCommandBytes`). */
  readonly truncated?: true
  /**
   * The token's own bytes. For payloads longer than `maxKeptBytes` only the first ones are kept, so that
   * memory stays bounded whatever length a command announces.
   */
  readonly bytes: Uint8Array
}

/** What the thread is given; structured clones. The key is the thread's own copy. */
export interface HealthTask {
  readonly path: string
  readonly dataKey: Uint8Array
}

/** What it found; nothing at all when it could not even open the file. */
export interface HealthFound {
  readonly pages: boolean
  readonly receipts: number
  readonly customers: number
}

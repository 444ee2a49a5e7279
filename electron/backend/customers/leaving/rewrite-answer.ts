export interface RewriteTask {
  readonly path: string
  readonly dataKey: Uint8Array
}

/** `reader`: somebody was in the middle of something; `refused`: by the disk; `away`: the thread itself went wrong. */
export type RewriteAnswer = 'done' | 'reader' | 'refused' | 'away'

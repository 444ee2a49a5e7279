/** Names for streams that are never used twice within a run of the program. */
export const createStreamIds = (sourceId: string, startedAt: number): (() => string) => {
  let count = 0
  return () => {
    count += 1
    return `${sourceId}:${startedAt.toString(36)}:${count}`
  }
}

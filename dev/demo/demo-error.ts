/** What went wrong, in one sentence for whoever started the demo. */
export class DemoError extends Error {}

/** Waits until `look` finds something, looking every few milliseconds; fails with the sentence when it never does. */
export const found = async <T>(
  look: () => T | undefined | Promise<T | undefined>,
  sentence: string,
  limitMs = 15_000,
): Promise<T> => {
  const end = Date.now() + limitMs
  for (;;) {
    const value = await look()
    if (value !== undefined) return value
    if (Date.now() > end) throw new DemoError(sentence)
    await new Promise((resolve) => setTimeout(resolve, 10))
  }
}

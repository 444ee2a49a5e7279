/** Waits until the condition holds, looking every few milliseconds; says what was waited for when it never does. */
export const until = async (what: string, condition: () => boolean, limitMs = 8000): Promise<void> => {
  const end = Date.now() + limitMs
  while (!condition()) {
    if (Date.now() > end) throw new Error(`waited ${limitMs} ms in vain for: ${what}`)
    await new Promise((resolve) => setTimeout(resolve, 5))
  }
}

/** No measure of anything: a busy machine may take as long. */
const busyMachineMs = 25_000

/** Waits until the condition holds, looking every few milliseconds, or says what it waited for in vain. */
export const until = async (
  what: string,
  condition: () => boolean,
  limitMs = busyMachineMs,
): Promise<void> => {
  const end = Date.now() + limitMs
  while (!condition()) {
    if (Date.now() > end) throw new Error(`waited ${limitMs} ms in vain for: ${what}`)
    await new Promise((resolve) => setTimeout(resolve, 5))
  }
}

let held = ''

/** The main process's clipboard; the browser's pages have the system's own, which is another one here. */
export const clipboard = {
  readText: async (): Promise<string> => held,
  writeText: (text: string): void => {
    held = text
  },
  clear: (): void => {
    held = ''
  },
}

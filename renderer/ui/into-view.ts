/** As a ref of the current one of a list: it scrolls into sight when the keyboard moves there. */
export const intoView = (element: HTMLElement | null): void => element?.scrollIntoView({ block: 'nearest' })

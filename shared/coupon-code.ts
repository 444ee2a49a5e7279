/** Digits without what people and papers put between them; full-width ones are taken for what they mean. */
export const plainCode = (text: string): string => text.normalize('NFKC').replace(/[\s.-]/g, '')

/**
 * Whether it can be a coupon's code at all; whether it is one only the backend can say. Sixteen digits: `1`, eight that
 * count up, seven that only the shop can sign. Digits alone, because a scanner that types letters while the PC is set to
 * Hangul types Hangul.
 */
export const looksLikeCoupon = (text: string): boolean => /^1\d{15}$/.test(plainCode(text))

/** `1000 0000 0112 3456`, to be read out and typed. */
export const groupedCode = (code: string): string => code.replace(/(\d{4})(?=\d)/g, '$1 ')

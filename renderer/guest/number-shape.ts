/** Digits as they are read while they are typed: `0101234` → `010-1234`, `12345678` → `1234-5678`. */
export const shapedNumber = (digits: string): string => {
  const head = digits.startsWith('0') ? 3 : 0
  return [digits.slice(0, head), digits.slice(head, head + 4), digits.slice(head + 4)]
    .filter((part) => part !== '')
    .join('-')
}

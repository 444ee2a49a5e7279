/** Hands a file to the system's own way of keeping downloads. */
export const saveFile = (name: string, base64: string, type: string): void => {
  const bytes = Uint8Array.from(atob(base64), (sign) => sign.charCodeAt(0))
  const url = URL.createObjectURL(new Blob([bytes], { type }))
  const link = document.createElement('a')
  link.href = url
  link.download = name
  link.click()
  // Taken up by then; kept longer it would hold the whole file.
  setTimeout(() => URL.revokeObjectURL(url), 30_000)
}

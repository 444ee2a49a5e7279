import type { SlipColumns } from '#shared/contract/devices.ts'
import { displayWidth } from '#shared/display-width.ts'
import type { Paper, PaperCode, PaperImage, PaperLine, PaperRun } from '../receipts/paper/paper.ts'
import { papersOf } from '../receipts/paper/papers-of.ts'
import { code128Widths } from './code128.ts'
import { moduleDots, qrModules } from './qr-modules.ts'

/** One column of the paper and one line of normal height, in the picture's units. */
const cell = 12
const lineHeight = 30
const margin = 36
const ink = '#1F2421'
const paperWhite = '#FFFFFF'

/**
 * The slip as a picture of what these bytes print, drawn from the bytes themselves as our own decoder reads them.
 * Only attributes, no styles and no scripts, so that a strict page may show it. Any bytes give a picture.
 */
export const slipSvg = (bytes: Uint8Array, columns: SlipColumns): string => {
  const papers = papersOf(bytes, 'cp949')
  const width = columns * cell + margin * 2
  let y = margin
  let drawing = ''
  papers.forEach((paper, index) => {
    if (index > 0) {
      drawing += `<path d="M0 ${y + margin / 2}h${width}" stroke="${ink}" stroke-dasharray="6 6"/>`
      y += margin
    }
    const drawn = drawPaper(paper, columns, y)
    drawing += drawn.svg
    y = drawn.bottom
  })
  const height = y + margin
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height + tooth}" ` +
    `viewBox="0 0 ${width} ${height + tooth}" font-family="Nanum Gothic Coding, monospace" font-size="24" fill="${ink}">` +
    `<path d="${strip(width, height)}" fill="${paperWhite}" stroke="#E4E0D8"/>${drawing}</svg>`
  )
}

const tooth = 8

/** A strip torn off at its lower edge. */
const strip = (width: number, height: number): string => {
  const teeth = Math.floor(width / (tooth * 2))
  const step = width / teeth
  let path = `M0.5 0.5H${width - 0.5}V${height}`
  for (let place = teeth; place > 0; place -= 1) {
    path += `L${round((place - 0.5) * step)} ${height + tooth}L${round((place - 1) * step)} ${height}`
  }
  return `${path}Z`
}

const drawPaper = (paper: Paper, columns: number, top: number): { svg: string; bottom: number } => {
  let y = top
  let svg = ''
  const draw = (codes: readonly PaperCode[]): void => {
    for (const code of codes) {
      const drawn = drawCode(code, columns, y)
      if (drawn === null) continue
      svg += drawn.svg
      y = drawn.bottom
    }
  }
  const show = (images: readonly PaperImage[]): void => {
    for (const image of images) {
      svg += drawImage(image, columns, y)
      y += image.heightDots
    }
  }
  paper.lines.forEach((line, index) => {
    show(paper.images.filter((image) => image.line === index))
    draw(paper.codes.filter((code) => code.line === index))
    const tall = Math.max(1, ...line.runs.map((run) => run.height))
    svg += drawLine(line, columns, y, tall)
    y += lineHeight * tall - (tall - 1) * 6
  })
  // Blank lines at the end are not among the lines, and a code may stand after them.
  show(paper.images.filter((image) => image.line >= paper.lines.length))
  const below = paper.codes.filter((code) => code.line >= paper.lines.length)
  if (below.length > 0) y += lineHeight / 2
  draw(below)
  return { svg, bottom: y }
}

const drawLine = (line: PaperLine, columns: number, y: number, tall: number): string => {
  const end = Math.max(0, ...line.runs.map((run) => run.column + displayWidth(run.text) * run.width))
  const free = Math.max(0, columns - end)
  const shift = line.align === 'center' ? free / 2 : line.align === 'right' ? free : 0
  const base = y + 24 * tall - 3
  return line.runs.map((run) => drawRun(run, margin + (run.column + shift) * cell, base)).join('')
}

const drawRun = (run: PaperRun, x: number, base: number): string => {
  const cells = displayWidth(run.text)
  if (cells === 0) return ''
  const wide = cells * cell
  const box = run.inverse
    ? `<rect x="${round(x)}" y="${round(base - 22 * run.height)}" width="${wide * run.width}" height="${26 * run.height}"/>`
    : ''
  const line = run.underline
    ? `<rect x="${round(x)}" y="${round(base + 2)}" width="${wide * run.width}" height="1.5"/>`
    : ''
  if (run.text.trim() === '') return box + line
  // The length is given, so that columns stand whatever font the page has.
  const text =
    `<text transform="translate(${round(x)} ${round(base)}) scale(${run.width} ${run.height})" xml:space="preserve" ` +
    `textLength="${wide}" lengthAdjust="spacingAndGlyphs"${run.bold ? ' font-weight="700"' : ''}` +
    `${run.inverse ? ` fill="${paperWhite}"` : ''}>${escaped(run.text)}</text>`
  return box + text + line
}

const drawCode = (code: PaperCode, columns: number, y: number): { svg: string; bottom: number } | null => {
  const modules = code.symbology === 'QR' ? qrModules(code.text) : null
  if (modules !== null) return drawQr(modules, columns, y)
  const widths = code.symbology === 'CODE128' ? code128Widths(code.text) : null
  return widths === null ? null : drawBars(widths, columns, y)
}

/** Twelve dots a column, so that a dot is one unit; in the middle, where slips print pictures. */
const drawImage = ({ widthDots, heightDots, bits }: PaperImage, columns: number, y: number): string => {
  if (bits === null) return ''
  const rowBytes = Math.ceil(widthDots / 8)
  let path = ''
  for (let down = 0; down < heightDots; down += 1)
    for (let across = 0; across < widthDots; across += 1) {
      const begin = across
      while (
        across < widthDots &&
        ((bits[down * rowBytes + (across >> 3)] ?? 0) & (0x80 >> (across & 7))) !== 0
      )
        across += 1
      if (across > begin) path += `M${begin} ${down}h${across - begin}v1h${begin - across}z`
    }
  const left = margin + (columns * cell - widthDots) / 2
  return `<path transform="translate(${round(left)} ${round(y)})" d="${path}" shape-rendering="crispEdges"/>`
}

/** Two dots a module, as slips print them. */
const drawBars = (widths: readonly number[], columns: number, y: number): { svg: string; bottom: number } => {
  const all = widths.reduce((sum, width) => sum + width, 0)
  let across = 0
  let path = ''
  widths.forEach((width, index) => {
    if (index % 2 === 0) path += `M${across} 0h${width}v${barHeight}h-${width}z`
    across += width
  })
  const left = margin + (columns * cell - all * 2) / 2
  const svg = `<path transform="translate(${round(left)} ${round(y + 6)}) scale(2 1)" d="${path}" shape-rendering="crispEdges"/>`
  return { svg, bottom: y + 12 + barHeight }
}

const barHeight = 80

const drawQr = (modules: boolean[][], columns: number, y: number): { svg: string; bottom: number } => {
  const size = moduleDots(modules.length, columns)
  const left = margin + (columns * cell - modules.length * size) / 2
  let path = ''
  modules.forEach((row, down) => {
    row.forEach((dark, across) => {
      if (dark) path += `M${across} ${down}h1v1h-1z`
    })
  })
  const svg = `<path transform="translate(${round(left)} ${round(y + 6)}) scale(${size})" d="${path}" shape-rendering="crispEdges"/>`
  return { svg, bottom: y + 12 + modules.length * size }
}

const round = (value: number): number => Math.round(value * 100) / 100

const escaped = (text: string): string =>
  text
    .replace(/[\u0000-\u001f\u007f\ufffe\uffff]/g, ' ')
    .replace(/[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g, '�')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')

import { koWiring } from '#shared/i18n/ko/wiring.ts'
import { boxHeight, type WiringPlan, wiringSize } from '#shared/wiring.ts'

/** Colours of the app, light and dark; a picture in a page follows the reader's system. */
const style = `
  text { font: 12px "Pretendard Variable", "Apple SD Gothic Neo", "Malgun Gothic", sans-serif; text-anchor: middle; fill: #1f2421 }
  .label { font-size: 11px; fill: #565d59 }
  .box { fill: #f3f0ea; stroke: #8a8f89 } .box.ours { fill: #e8f2ee; stroke: #1f6f5c }
  .wire { fill: none; stroke: #1f2421; stroke-width: 1.5 } .wire.ours { stroke: #1f6f5c; stroke-width: 2 }
  .tip { fill: #565d59 }
  @media (prefers-color-scheme: dark) {
    text { fill: #ecebe6 } .label { fill: #b3b8b2 } .tip { fill: #b3b8b2 }
    .box { fill: #121513; stroke: #737b76 } .box.ours { fill: #1d3029; stroke: #5fbf9f }
    .wire { stroke: #ecebe6 } .wire.ours { stroke: #5fbf9f }
  }`

const word = (
  key: WiringPlan['id'] | WiringPlan['wires'][number]['label'] | WiringPlan['boxes'][number]['label'],
) => escaped(koWiring[key])

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')

const ours = (name: string, one: { readonly ours?: true }): string =>
  one.ours === true ? `${name} ours` : name

/** One way of wiring as a picture of its own, for the documents: the same plan that the app draws. */
export const wiringSvg = (plan: WiringPlan): string => {
  const { width, height } = wiringSize
  const wires = plan.wires.flatMap((wire) => [
    `  <path class="${ours('wire', wire)}" d="${wire.path}" marker-end="url(#tip)"${wire.arrows === 'both' ? ' marker-start="url(#tip)"' : ''}/>`,
    `  <text class="label" x="${wire.at[0]}" y="${wire.at[1]}">${word(wire.label)}</text>`,
  ])
  const boxes = plan.boxes.flatMap((box) => [
    `  <rect class="${ours('box', box)}" x="${box.x}" y="${box.y}" width="${box.width}" height="${boxHeight}" rx="6"/>`,
    `  <text x="${box.x + box.width / 2}" y="${box.y + 22}">${word(box.label)}</text>`,
  ])
  return `${[
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width * 1.5}" height="${height * 1.5}" role="img">`,
    `  <title>${word(plan.id)}</title>`,
    `  <style>${style}\n  </style>`,
    '  <defs><marker id="tip" viewBox="0 0 8 8" refX="7" refY="4" markerWidth="7" markerHeight="7" orient="auto-start-reverse"><path class="tip" d="M0 0 L8 4 L0 8 z"/></marker></defs>',
    ...wires,
    ...boxes,
    '</svg>',
  ].join('\n')}\n`
}

/** `wiring.yCable` is drawn in `y-cable.svg`. */
export const wiringFile = (plan: WiringPlan): string =>
  `${plan.id.slice('wiring.'.length).replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}.svg`

import { byteAt, wordAt } from '../escpos/step.ts'
import type { Token } from '../escpos/token.ts'
import { codeOf } from './codes.ts'
import { linesFed } from './effects.ts'
import { imageCommands, pictureOf } from './images.ts'
import type { Align } from './line.ts'
import { lookChanges } from './look.ts'
import { tabsOf } from './tabs.ts'
import type { Typesetter } from './typesetter.ts'

type Action = (setter: Typesetter, token: Token) => void

const aligns: readonly Align[] = ['left', 'center', 'right']

const controls: Readonly<Record<number, (setter: Typesetter) => void>> = {
  0x09: (setter) => setter.tab(),
  0x0a: (setter) => setter.lineFeed(),
  0x0b: (setter) => setter.endUnlessEmpty(),
  0x0c: (setter) => setter.endUnlessEmpty(),
  0x0d: (setter) => setter.carriageReturn(),
  0x18: (setter) => setter.cancelPage(),
}

const endLine: Action = (setter) => setter.endUnlessEmpty()
const feed: Action = (setter, token) => setter.feed(linesFed(token))
const code: Action = (setter, token) => setter.code(codeOf(token, setter.storedCodes))
const picture: Action = (setter, token) => setter.picture(token, pictureOf(token, setter.storedPictures))

/** What each command does to a paper; one that is not here does nothing that a reader would see. */
const actions: ReadonlyMap<string, Action> = new Map<string, Action>([
  ['control', (setter, token) => controls[byteAt(token.bytes, 0)]?.(setter)],
  ['ESC @', (setter) => setter.reset()],
  [
    'ESC a',
    (setter, token) => {
      // 0, 1, 2 or the digits '0', '1', '2'.
      setter.align = aligns[byteAt(token.bytes, 2) % 0x30] ?? setter.align
    },
  ],
  [
    'ESC D',
    (setter, token) => {
      setter.tabs = tabsOf(token.bytes)
    },
  ],
  ['ESC $', (setter, token) => setter.moveTo(wordAt(token.bytes, 2))],
  ['ESC \\', (setter, token) => setter.moveBy(wordAt(token.bytes, 2))],
  ['ESC d', feed],
  ['ESC J', feed],
  ['ESC K', endLine],
  ['ESC e', endLine],
  ['ESC FF', endLine],
  ['GS $', endLine],
  ['GS \\', endLine],
  ['ESC L', (setter) => setter.beginPage()],
  ['ESC S', (setter) => setter.endPage()],
  ['GS k', code],
  ['GS ( k', code],
  ...imageCommands.map((type): [string, Action] => [type, picture]),
  ...Object.entries(lookChanges).map(([type, change]): [string, Action] => [
    type,
    (setter, token) => setter.changeLook(change, byteAt(token.bytes, 2)),
  ]),
])

const pictures: ReadonlySet<string> = new Set(imageCommands)

/** Does what a control byte or a command asks for. One that was cut off does nothing, unless it is a picture. */
export const typeset = (setter: Typesetter, token: Token): void => {
  const action = actions.get(token.type)
  if (action !== undefined && (!token.truncated || pictures.has(token.type))) action(setter, token)
}

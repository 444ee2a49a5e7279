import type { WordKey } from './i18n/index.ts'

type Label = Extract<WordKey, `wiring.label.${string}`>

export interface WiringBox {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly label: Extract<WordKey, `wiring.box.${string}`>
  /** This PC, or this program in it. */
  readonly ours?: true
}

export interface WiringWire {
  /** SVG path data. */
  readonly path: string
  readonly label: Label
  readonly at: readonly [x: number, y: number]
  /** A wire that is there for us. */
  readonly ours?: true
  /** Ends that have an arrow. */
  readonly arrows: 'end' | 'both'
}

/** One way to wire a POS, drawn on a sheet of `wiringSize`. */
export interface WiringPlan {
  readonly id: Extract<
    WordKey,
    `wiring.${'yCable' | 'secondAdapter' | 'tcpCopy' | 'rawPort' | 'folder' | 'passThrough' | 'virtualPair' | 'forward'}`
  >
  readonly text: Extract<WordKey, `wiring.${string}.text`>
  /** The POS stops printing when this PC stops. */
  readonly inTheLine: boolean
  readonly boxes: readonly WiringBox[]
  readonly wires: readonly WiringWire[]
}

export const wiringSize = { width: 360, height: 128 } as const
export const boxHeight = 34

const box = (x: number, y: number, label: WiringBox['label'], width = 92): WiringBox => ({
  x,
  y,
  width,
  label,
})
const ours = (x: number, y: number, label: WiringBox['label'], width = 110): WiringBox => ({
  ...box(x, y, label, width),
  ours: true,
})
const wire = (
  path: string,
  label: Label,
  at: WiringWire['at'],
  arrows: WiringWire['arrows'] = 'end',
): WiringWire => ({ path, label, at, arrows })
const mine = (
  path: string,
  label: Label,
  at: WiringWire['at'],
  arrows: WiringWire['arrows'] = 'end',
): WiringWire => ({ ...wire(path, label, at, arrows), ours: true })

/** POS and printer far apart above, this PC below: for all that listens beside the line. */
const beside = { pos: box(8, 12, 'wiring.box.pos'), printer: box(260, 12, 'wiring.box.printer') }
const straight = 'M100 29 H258'

/** The safest first. */
export const wiringPlans: readonly WiringPlan[] = [
  {
    id: 'wiring.yCable',
    text: 'wiring.yCable.text',
    inTheLine: false,
    boxes: [beside.pos, beside.printer, ours(125, 88, 'wiring.box.pc')],
    wires: [
      wire(straight, 'wiring.label.serial', [180, 22], 'both'),
      mine('M180 29 V86', 'wiring.label.copy', [248, 66]),
    ],
  },
  {
    id: 'wiring.secondAdapter',
    text: 'wiring.secondAdapter.text',
    inTheLine: false,
    boxes: [beside.pos, beside.printer, ours(240, 88, 'wiring.box.pc')],
    wires: [
      wire(straight, 'wiring.label.serial', [180, 22], 'both'),
      mine('M54 46 V105 H238', 'wiring.label.second', [146, 98]),
    ],
  },
  {
    id: 'wiring.tcpCopy',
    text: 'wiring.tcpCopy.text',
    inTheLine: false,
    boxes: [beside.pos, beside.printer, ours(240, 88, 'wiring.box.pc')],
    wires: [
      wire(straight, 'wiring.label.tcp', [180, 22], 'both'),
      mine('M54 46 V105 H238', 'wiring.label.tcp', [146, 98]),
    ],
  },
  {
    id: 'wiring.rawPort',
    text: 'wiring.rawPort.text',
    inTheLine: false,
    boxes: [box(8, 12, 'wiring.box.posProgram', 104), beside.printer, ours(240, 88, 'wiring.box.dangol')],
    wires: [
      wire('M112 29 H258', 'wiring.label.usb', [186, 22]),
      mine('M60 46 V105 H238', 'wiring.label.raw', [148, 98]),
    ],
  },
  {
    id: 'wiring.folder',
    text: 'wiring.folder.text',
    inTheLine: false,
    boxes: [
      box(8, 47, 'wiring.box.posProgram', 104),
      box(160, 47, 'wiring.box.folder', 54),
      ours(250, 47, 'wiring.box.dangol', 100),
    ],
    wires: [
      wire('M112 64 H158', 'wiring.label.file', [134, 38]),
      mine('M214 64 H248', 'wiring.label.read', [232, 38]),
    ],
  },
  {
    id: 'wiring.passThrough',
    text: 'wiring.passThrough.text',
    inTheLine: true,
    boxes: [
      box(8, 47, 'wiring.box.pos', 70),
      ours(125, 47, 'wiring.box.pc'),
      box(282, 47, 'wiring.box.printer', 70),
    ],
    wires: [
      mine('M78 64 H123', 'wiring.label.serial', [101, 44], 'both'),
      mine('M235 64 H280', 'wiring.label.serial', [258, 44], 'both'),
      mine('M60 100 H300', 'wiring.label.both', [180, 116], 'both'),
    ],
  },
  {
    id: 'wiring.virtualPair',
    text: 'wiring.virtualPair.text',
    inTheLine: true,
    boxes: [
      box(8, 47, 'wiring.box.posProgram', 92),
      ours(182, 47, 'wiring.box.dangol', 76),
      box(290, 47, 'wiring.box.printer', 62),
    ],
    wires: [
      mine('M100 64 H180', 'wiring.label.pair', [141, 40], 'both'),
      mine('M258 64 H288', 'wiring.label.serial', [273, 40], 'both'),
    ],
  },
  {
    id: 'wiring.forward',
    text: 'wiring.forward.text',
    inTheLine: true,
    boxes: [
      box(8, 47, 'wiring.box.pos', 66),
      ours(130, 47, 'wiring.box.pc', 100),
      box(288, 47, 'wiring.box.printer', 64),
    ],
    wires: [
      mine('M74 64 H128', 'wiring.label.tcp', [101, 40], 'both'),
      mine('M230 64 H286', 'wiring.label.tcp', [258, 40], 'both'),
    ],
  },
]

import type { SlipColumns } from '#shared/contract/devices.ts'
import type { CallOutput, CallParsed } from '#shared/contract/index.ts'
import { type TemplateBlock, templateBlock } from '#shared/contract/slip-templates.ts'
import type { EpochMs } from '#shared/dates.ts'
import { DangolError } from '#shared/errors.ts'
import { type AutomaticSlipKind, automaticSlipKinds, type SlipKind, slipKinds } from '#shared/slips/kinds.ts'
import type { Clock } from '../../platform/clock.ts'
import type { Reader, UnitOfWork } from '../../platform/db/statements.ts'
import type { Ids } from '../../platform/ids.ts'
import { encodeSlip } from '../encode.ts'
import type { SlipBlock } from '../slip-block.ts'
import { slipSvg } from '../slip-svg.ts'
import { exampleDeed, exampleValues } from './examples.ts'
import { layOut, layOutEach, type Pictures } from './lay-out.ts'
import { meets, type Wants, wantsOf } from './needs.ts'
import { readyMade } from './ready-made.ts'
import type { SlipMoment, SlipSource } from './sources.service.ts'
import {
  addPicture,
  addTemplate,
  findPicture,
  isAutomatic,
  newestTemplate,
  setAutomatic,
} from './templates.repo.ts'
import { troublesOf } from './troubles.ts'
import { joinValues, noValues, type SlipValues } from './values.ts'

export interface DrawRequest {
  readonly kind: SlipKind
  /** Null for slips that are for nobody. */
  readonly customerId: number | null
  readonly at: EpochMs
  /** What only the one who prints knows; what it leaves out is asked of the sources. */
  readonly own: SlipValues
  readonly columns: SlipColumns
}

type Proposed = Pick<CallParsed<'slipTemplates.preview'>, 'kind' | 'blocks' | 'customerId'>

/** What slips look like, and what fills them. See the contract for what each throws. */
export interface SlipTemplates {
  list(): CallOutput<'slipTemplates.list'>
  get(kind: SlipKind): CallOutput<'slipTemplates.get'>
  save(kind: SlipKind, blocks: TemplateBlock[] | null): void
  setAutomatic(kind: AutomaticSlipKind, on: boolean): void
  isAutomatic(reader: Reader, kind: AutomaticSlipKind): boolean
  preview(asked: CallParsed<'slipTemplates.preview'>): CallOutput<'slipTemplates.preview'>
  /** Blocks that need not be saved, as a printer would print them. */
  proposed(asked: Proposed, columns: SlipColumns): SlipBlock[]
  addPicture(picture: CallParsed<'slipTemplates.addPicture'>): number
  /** By the template in force, within the caller's unit of work. */
  draw(reader: Reader, request: DrawRequest): SlipBlock[]
}

export interface SlipTemplatesParts {
  readonly reader: Reader
  readonly unit: UnitOfWork
  readonly ids: Ids
  readonly clock: Clock
  readonly sources: readonly SlipSource[]
}

const picturesIn =
  (from: Reader): Pictures =>
  (id) =>
    findPicture(from, id)

export const createSlipTemplates = ({
  reader,
  unit,
  ids,
  clock,
  sources,
}: SlipTemplatesParts): SlipTemplates => {
  // A version never changes, so each is read once.
  const known = new Map<number, readonly TemplateBlock[]>()
  const inForce = (from: Reader, kind: SlipKind): readonly TemplateBlock[] => {
    const row = newestTemplate(from, kind)
    if (row === undefined || row.blocks_json === null) return readyMade(kind)
    const kept = known.get(row.id)
    if (kept !== undefined) return kept
    // What another version of the program wrote must not keep slips from being printed.
    const read = templateBlock.array().safeParse(JSON.parse(row.blocks_json))
    const blocks = read.success ? read.data : readyMade(kind)
    known.set(row.id, blocks)
    return blocks
  }
  const told = (moment: SlipMoment, wants: Wants): SlipValues =>
    joinValues(
      ...sources
        .filter(({ gives }) =>
          meets(wants, { fields: [], conditions: [], lists: [], stamps: false, ...gives }),
        )
        .map((source) => source.read(moment)),
    )

  /** Values for a template that is being written: the shop's own, then a real customer's or an example's. */
  const shownValues = ({ kind, blocks, customerId }: Proposed): SlipValues => {
    const at = clock.now()
    const wants = wantsOf(blocks, noValues)
    const real = told({ reader, customerId, at }, wants)
    return customerId === null
      ? joinValues(exampleValues(kind, at), { fields: real.fields })
      : joinValues(exampleDeed(kind, at), real)
  }

  const proposed: SlipTemplates['proposed'] = (asked, columns) =>
    layOut(asked.blocks, shownValues(asked), columns, picturesIn(reader))

  return {
    list: () =>
      slipKinds.map((kind) => {
        const row = newestTemplate(reader, kind)
        const automatic = automaticSlipKinds.find((one) => one === kind)
        return {
          kind,
          own: row !== undefined && row.blocks_json !== null,
          savedAt: row?.at ?? null,
          automatic: automatic === undefined ? null : isAutomatic(reader, automatic),
        }
      }),
    get: (kind) => ({
      kind,
      own: (newestTemplate(reader, kind)?.blocks_json ?? null) !== null,
      blocks: [...inForce(reader, kind)],
      readyMade: [...readyMade(kind)],
    }),
    save(kind, blocks) {
      unit.write((tx) => {
        const missing = (blocks ?? []).some(
          (block) =>
            block.type === 'logo' &&
            block.pictureId !== null &&
            findPicture(tx, block.pictureId) === undefined,
        )
        if (missing) throw new DangolError('slip.picture-not-found')
        const at = clock.now()
        const blocks_json = blocks === null ? null : JSON.stringify(blocks)
        addTemplate(tx, { id: ids.next(at), kind, blocks_json, at })
      })
    },
    setAutomatic(kind, on) {
      unit.write((tx) => setAutomatic(tx, kind, on, clock.now()))
    },
    isAutomatic,
    preview(asked) {
      const values = shownValues(asked)
      const pictures = picturesIn(reader)
      const laid = layOutEach(asked.blocks, values, asked.columns, pictures)
      return {
        svg: slipSvg(encodeSlip(laid.flat(), asked.columns), asked.columns),
        troubles: troublesOf(asked.kind, asked.blocks, values, pictures),
        leftOut: laid.flatMap((one, place) => (one.length === 0 ? [place] : [])),
      }
    },
    proposed,
    addPicture({ width, height, gray }) {
      const bytes = new Uint8Array(Buffer.from(gray, 'base64'))
      if (bytes.length !== width * height) throw new DangolError('slip.picture-wrong')
      return unit.write((tx) => {
        const at = clock.now()
        const id = ids.next(at)
        addPicture(tx, { id, width, height, gray: bytes, at })
        return id
      })
    },
    draw(from, { kind, customerId, at, own, columns }) {
      const blocks = inForce(from, kind)
      const values = joinValues(told({ reader: from, customerId, at }, wantsOf(blocks, own)), own)
      return layOut(blocks, values, columns, picturesIn(from))
    },
  }
}

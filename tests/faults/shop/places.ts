import { cpSync, mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { query } from '#backend/platform/db/query.ts'
import type { Ledger } from '#backend/platform/ledger.ts'
import { type BackendLab, passphrase, startLab, startOpenLab } from '../../helpers/backend-lab.ts'
import { temporaryFolder } from '../../helpers/ledger-lab.ts'
import type { Doer } from './deeds.ts'

/** A shop as it stands before a deed; copies of it are worked on. */
export interface Template {
  readonly folder: string
  readonly passphrase: string
  /** A folder that goes with it: the stick. */
  readonly stick: string
}

export const ledgerIn = (folder: string): string => join(folder, 'ledger.dangol')

/** Made by the program itself, then closed. */
export const templateOf = async (
  fill: (lab: BackendLab, stick: string) => Promise<void>,
): Promise<Template> => {
  const lab = await startOpenLab({ closedByTest: false })
  const stick = temporaryFolder()
  try {
    await fill(lab, stick)
  } finally {
    await lab.close()
  }
  return { folder: lab.folder, passphrase, stick }
}

/** A copy of a template for one run. */
export const placeOf = (
  template: Template,
  below: string,
  name: string,
): { readonly folder: string; readonly stick: string } => {
  const folder = join(below, name, 'shop')
  const stick = join(below, name, 'stick')
  mkdirSync(join(below, name), { recursive: true })
  cpSync(template.folder, folder, { recursive: true })
  cpSync(template.stick, stick, { recursive: true })
  return { folder, stick }
}

/** The program again, in this process, on what is there. */
export const doerOn = async (
  folder: string,
  given: string,
  secret: string,
): Promise<Doer & { readonly close: () => Promise<void> }> => {
  const lab = await startLab({
    folder,
    closedByTest: false,
    drives: { list: () => Promise.resolve([]), freeBytes: () => Promise.resolve(1e12) },
  })
  return {
    passphrase: secret,
    given,
    say: () => undefined,
    call: (name, input) => lab.call(name, input),
    close: () => lab.close(),
  }
}

/** What a shop has at the end of a day, but for ids and times. */
export const figuresOf = (ledger: Ledger) => ({
  people: ledger.reader.all(
    query
      .selectFrom('customer as c')
      .leftJoin('customer_figures as f', 'f.customer_id', 'c.id')
      .select(['c.name', 'c.phone', 'f.points', 'f.visits', 'f.spend'])
      .orderBy('c.name'),
  ),
  receipts: ledger.reader.all(
    query
      .selectFrom('receipt as r')
      .leftJoin('customer as c', 'c.id', 'r.customer_id')
      .select(['r.identity', 'r.kind', 'r.total', 'c.name'])
      .orderBy('r.identity')
      .orderBy('r.kind'),
  ),
  entries: ledger.reader.all(
    query
      .selectFrom('points_entry as e')
      .innerJoin('customer as c', 'c.id', 'e.customer_id')
      .select(['c.name', 'e.kind', 'e.points'])
      .orderBy('c.name')
      .orderBy('e.kind')
      .orderBy('e.points'),
  ),
})

import type { ErrorCode } from '../errors.ts'
import { enAsking } from './en/asking.ts'
import { enBackup } from './en/backup.ts'
import { enCommon } from './en/common.ts'
import { enCounter } from './en/counter.ts'
import { enCustomers } from './en/customers.ts'
import { enErrors } from './en/errors.ts'
import { enEvening } from './en/evening.ts'
import { enGuest } from './en/guest.ts'
import { enLabels } from './en/labels.ts'
import { enMoving } from './en/moving.ts'
import { enOffice } from './en/office.ts'
import { enPeople } from './en/people.ts'
import { enPictures } from './en/pictures.ts'
import { enPoints } from './en/points.ts'
import { enPrepaid } from './en/prepaid.ts'
import { enPrinting } from './en/printing.ts'
import { enProblems } from './en/problems.ts'
import { enProducts } from './en/products.ts'
import { enReport } from './en/report.ts'
import { enRewards } from './en/rewards.ts'
import { enSegments } from './en/segments.ts'
import { enSetup } from './en/setup.ts'
import { enSheets } from './en/sheets.ts'
import { enSlipEditor } from './en/slip-editor.ts'
import { enTeaching } from './en/teaching.ts'
import { enWiring } from './en/wiring.ts'
import { koAsking } from './ko/asking.ts'
import { koBackup } from './ko/backup.ts'
import { koCommon } from './ko/common.ts'
import { koCounter } from './ko/counter.ts'
import { koCustomers } from './ko/customers.ts'
import { koErrors } from './ko/errors.ts'
import { koEvening } from './ko/evening.ts'
import { koGuest } from './ko/guest.ts'
import { koLabels } from './ko/labels.ts'
import { koMoving } from './ko/moving.ts'
import { koOffice } from './ko/office.ts'
import { koPeople } from './ko/people.ts'
import { koPictures } from './ko/pictures.ts'
import { koPoints } from './ko/points.ts'
import { koPrepaid } from './ko/prepaid.ts'
import { koPrinting } from './ko/printing.ts'
import { koProblems } from './ko/problems.ts'
import { koProducts } from './ko/products.ts'
import { koReport } from './ko/report.ts'
import { koRewards } from './ko/rewards.ts'
import { koSegments } from './ko/segments.ts'
import { koSetup } from './ko/setup.ts'
import { koSheets } from './ko/sheets.ts'
import { koSlipEditor } from './ko/slip-editor.ts'
import { koTeaching } from './ko/teaching.ts'
import { koWiring } from './ko/wiring.ts'
import type { Word } from './word.ts'

export const languages = ['ko', 'en'] as const
export type Language = (typeof languages)[number]

const ko = {
  ...koCommon,
  ...koAsking,
  ...koCounter,
  ...koCustomers,
  ...koSetup,
  ...koRewards,
  ...koPoints,
  ...koPrepaid,
  ...koOffice,
  ...koLabels,
  ...koGuest,
  ...koMoving,
  ...koPrinting,
  ...koProducts,
  ...koBackup,
  ...koSlipEditor,
  ...koTeaching,
  ...koPeople,
  ...koSegments,
  ...koSheets,
  ...koWiring,
  ...koEvening,
  ...koPictures,
  ...koReport,
}
/** Every key that a screen may ask for. */
export type WordKey = keyof typeof ko

const en: Record<WordKey, Word> = {
  ...enCommon,
  ...enAsking,
  ...enCounter,
  ...enCustomers,
  ...enSetup,
  ...enRewards,
  ...enPoints,
  ...enPrepaid,
  ...enOffice,
  ...enLabels,
  ...enGuest,
  ...enMoving,
  ...enPrinting,
  ...enProducts,
  ...enBackup,
  ...enSlipEditor,
  ...enTeaching,
  ...enPeople,
  ...enSegments,
  ...enSheets,
  ...enWiring,
  ...enEvening,
  ...enPictures,
  ...enReport,
}

export const words: Record<Language, Record<WordKey, Word>> = { ko, en }

/** One sentence for each code that can reach a screen. */
export const errorSentences: Record<Language, Record<ErrorCode, string>> = { ko: koErrors, en: enErrors }

/** Why a paper waits to be looked at. */
export const problemSentences: Record<Language, Record<keyof typeof koProblems, string>> = {
  ko: koProblems,
  en: enProblems,
}

const knowsProblem = (code: string): code is keyof typeof koProblems => Object.hasOwn(koProblems, code)

/** The sentence for a reading's problem code; codes that no list knows get the general one. */
export const problemSentence = (language: Language, code: string): string =>
  problemSentences[language][knowsProblem(code) ? code : 'other']

export type { Word } from './word.ts'

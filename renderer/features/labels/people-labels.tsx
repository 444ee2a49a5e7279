import { useMutation, useQuery } from '@tanstack/react-query'
import { useMemo, useState } from 'react'
import type { CallOutput } from '#shared/contract/index.ts'
import { drawAddress } from '#shared/labels/draw-address.ts'
import { type CodeLook, drawCard } from '#shared/labels/draw-card.ts'
import { drawSheets } from '#shared/labels/draw-sheets.ts'
import type { StockId } from '#shared/labels/stock.ts'
import { api } from '../../api/api.ts'
import { failureOf } from '../../api/failure.ts'
import { queries } from '../../api/queries.ts'
import { useWords } from '../../app/words.ts'
import { Button } from '../../ui/button.tsx'
import { Check } from '../../ui/check.tsx'
import { Choice } from '../../ui/choice.tsx'
import { FailureNotice, Notice } from '../../ui/notice.tsx'
import { EmptyPage } from '../../ui/page-head.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { FirstPlaces } from './first-place.tsx'
import { LabelsFrame } from './labels-frame.tsx'
import type { OpenedLabels } from './open-labels.tsx'
import { PaperPage } from './paper-page.tsx'
import { drawQr } from './qr.ts'
import { SheetChoices } from './sheet-choices.tsx'
import { usePrint } from './use-print.ts'
import { useSheetChoice } from './use-sheet-choice.ts'

type What = 'cards' | 'addresses'
type People = CallOutput<'labels.people'>

const stocksOf: Readonly<Record<What, readonly StockId[]>> = {
  cards: ['cards', 'ls3106', 'ls3107', 'ls3108', 'ls3109', 'ls3100'],
  addresses: ['ls3106', 'ls3107', 'ls3108', 'ls3109'],
}

/** What stands on the labels; asked for once somebody says why, and anew when something else is wanted. */
const useLabelPeople = (opened: Extract<OpenedLabels, { of: 'people' | 'person' }>, what: What) => {
  const [found, setFound] = useState<{ readonly what: What; readonly people: People } | null>(null)
  const load = useMutation({
    mutationFn: (reason: string) =>
      opened.of === 'people'
        ? api.call('labels.people', { what, selection: opened.selection, reason })
        : api.call('labels.person', { what, customerId: opened.customerId }),
    onSuccess: (people) => setFound({ what, people }),
  })
  return { people: found?.what === what ? found.people : null, load }
}

/** Cards and address labels of one person or of many. */
export const PeopleLabels = ({
  opened,
}: {
  readonly opened: Extract<OpenedLabels, { of: 'people' | 'person' }>
}) => {
  const { t } = useWords()
  const [what, setWhat] = useState<What>('cards')
  const [codes, setCodes] = useState<CodeLook>('both')
  const [named, setNamed] = useState(true)
  const [reason, setReason] = useState('')
  const shop = useQuery(queries.shop).data?.name ?? ''
  const cardSheet = useSheetChoice('cards')
  const addressSheet = useSheetChoice('ls3107')
  const sheet = what === 'cards' ? cardSheet : addressSheet
  const { people, load } = useLabelPeople(opened, what)
  const rows = people?.rows
  const print = usePrint(() => sheet.used(rows?.length ?? 0))
  const { stock, first, shiftX, shiftY } = sheet
  const pages = useMemo(() => {
    if (rows === undefined) return []
    const order = { stock, first, shiftX: shiftX / 10, shiftY: shiftY / 10 }
    const title = t('labels.cardTitle')
    return what === 'cards'
      ? drawSheets(rows, order, (place, { name, code }) =>
          drawCard(place, { name: named ? name : '', code }, { shop, title, codes, drawQr }),
        )
      : drawSheets(rows, order, (place, person) =>
          drawAddress(place, { ...person, name: t('labels.addressee', { name: person.name }) }),
        )
  }, [rows, what, stock, first, shiftX, shiftY, named, codes, shop, t])
  const many = opened.of === 'people'
  const says =
    people === null
      ? many
        ? t('labels.chosen', { n: opened.count })
        : t('labels.ofPerson', { name: opened.name })
      : t('labels.ready', { n: people.rows.length })
  const ask = (): void => {
    if (!load.isPending && (!many || reason.trim().length >= 2)) load.mutate(reason.trim())
  }
  return (
    <LabelsFrame
      title={t('labels.title')}
      says={says}
      pages={people === null || !sheet.ready ? null : pages.length}
      busy={print.isPending}
      onPrint={() => print.mutate()}
      choices={
        <>
          <Choice
            label={t('labels.what')}
            value={what}
            onChange={setWhat}
            options={[
              { value: 'cards', text: t('labels.cards') },
              { value: 'addresses', text: t('labels.addresses') },
            ]}
          />
          {people === null ? (
            <>
              {many ? (
                <TextField
                  label={t('labels.reason')}
                  placeholder={t('labels.reasonExample')}
                  autoFocus
                  maxLength={200}
                  value={reason}
                  onChange={setReason}
                  onEnter={ask}
                  note={t('labels.reasonNote')}
                />
              ) : null}
              {load.error === null ? null : <FailureNotice failure={failureOf(load.error)} />}
              <Button
                look="primary"
                isDisabled={load.isPending || (many && reason.trim().length < 2)}
                onPress={ask}
              >
                {t(load.isPending ? 'labels.loading' : 'labels.load')}
              </Button>
            </>
          ) : (
            <>
              {people.without > 0 ? (
                <Notice tone="warn">{t('labels.without', { n: people.without })}</Notice>
              ) : null}
              <SheetChoices sheet={sheet} stocks={stocksOf[what]} />
              {what === 'cards' ? (
                <>
                  <Choice
                    label={t('labels.codes')}
                    value={codes}
                    onChange={setCodes}
                    options={(['both', 'bars', 'qr'] as const).map((one) => ({
                      value: one,
                      text: t(`labels.codes.${one}`),
                    }))}
                  />
                  <Check isSelected={named} onChange={setNamed}>
                    {t('labels.named')}
                  </Check>
                </>
              ) : null}
              <p className="labels-hint">{t('labels.scaleHint')}</p>
            </>
          )}
        </>
      }
    >
      {people === null ? (
        <EmptyPage title={t('labels.before')} hint={t(many ? 'labels.beforeMany' : 'labels.beforeOne')} />
      ) : people.rows.length === 0 ? (
        <EmptyPage title={t('labels.nobody')} hint={t('labels.nobodyHint')} />
      ) : (
        <div className="paper-pages print-only">
          {pages.map((page, index) => (
            <PaperPage key={index} page={page} label={t('labels.page', { n: index + 1, of: pages.length })}>
              {index === 0 ? <FirstPlaces stock={stock} first={first} onChoose={sheet.setFirst} /> : null}
            </PaperPage>
          ))}
        </div>
      )}
    </LabelsFrame>
  )
}

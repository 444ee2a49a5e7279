import { ChartColumn, Download, Printer, Table2 } from 'lucide-react'
import type { DateRange } from '#shared/contract/analytics.ts'
import { useWords } from '../../app/words.ts'
import { Button } from '../../ui/button.tsx'
import { useFailureToast } from '../../ui/use-failure-toast.ts'
import { printPicture } from './print-picture.ts'
import { useKeepPicture } from './use-keep-picture.ts'

/** The ways to take a picture along: as a table, as a file, on paper. */
export const PictureTools = ({
  title,
  says,
  range,
  asTable,
  showTable,
  drawn,
}: {
  readonly title: string
  readonly says: string
  readonly range: DateRange
  readonly asTable: boolean
  readonly showTable: (on: boolean) => void
  /** Draws it as a PNG, base64; null where there is nothing to draw. */
  readonly drawn: (() => string) | null
}) => {
  const { t } = useWords()
  const keep = useKeepPicture()
  const fail = useFailureToast()
  const name = `${title} ${range.from} ~ ${range.to}`.replaceAll(/[^\p{L}\p{N} ~._-]/gu, '')
  return (
    <div className="picture-tools">
      <Button
        look="quiet"
        label={t(asTable ? 'pictures.asPicture' : 'pictures.asTable', { title })}
        isDisabled={drawn === null}
        onPress={() => showTable(!asTable)}
      >
        {asTable ? <ChartColumn size={18} aria-hidden="true" /> : <Table2 size={18} aria-hidden="true" />}
        {t(asTable ? 'pictures.toPicture' : 'pictures.toTable')}
      </Button>
      <Button
        look="quiet"
        label={t('pictures.save', { title })}
        isDisabled={drawn === null || keep.isPending}
        onPress={() => {
          if (drawn !== null) keep.mutate({ name, png: drawn() })
        }}
      >
        <Download size={18} aria-hidden="true" />
        {t('pictures.toFile')}
      </Button>
      <Button
        look="quiet"
        label={t('pictures.print', { title })}
        isDisabled={drawn === null}
        onPress={() => {
          if (drawn !== null) printPicture(drawn(), `${title}: ${says}`).catch(fail)
        }}
      >
        <Printer size={18} aria-hidden="true" />
        {t('pictures.toPaper')}
      </Button>
    </div>
  )
}

import type { CallOutput } from '#shared/contract/index.ts'
import { useNow } from '../../app/use-now.ts'
import { useWords } from '../../app/words.ts'
import { Button } from '../../ui/button.tsx'

/** One layout that was taught. */
export const LayoutRow = ({
  layout,
  onExport,
  onRemove,
}: {
  readonly layout: CallOutput<'teaching.list'>[number]
  readonly onExport: () => void
  readonly onRemove: () => void
}) => {
  const { t, moment } = useWords()
  const now = useNow()
  return (
    <div className="layout-row">
      <strong>{layout.name}</strong>
      {layout.notSale ? <span>{t('layouts.notSale')}</span> : null}
      <small>{moment(layout.updatedAt, now)}</small>
      <Button onPress={onExport} label={`${layout.name} ${t('layouts.export')}`}>
        {t('layouts.export')}
      </Button>
      <Button look="quiet" onPress={onRemove} label={`${layout.name} ${t('common.remove')}`}>
        {t('common.remove')}
      </Button>
    </div>
  )
}

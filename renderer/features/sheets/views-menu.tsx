import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Trash2 } from 'lucide-react'
import { useState } from 'react'
import { api } from '../../api/api.ts'
import { failureOf } from '../../api/failure.ts'
import { useWords } from '../../app/words.ts'
import { Button } from '../../ui/button.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { useToasts } from '../../ui/toast.tsx'
import type { SheetView } from './types.ts'
import type { SheetState } from './use-sheet-state.ts'

/** Views with a name: columns, order and conditions together. */
export const ViewsMenu = ({
  state,
  onChoose,
}: {
  readonly state: SheetState
  readonly onChoose: (view: SheetView) => void
}) => {
  const { t, error } = useWords()
  const toasts = useToasts()
  const client = useQueryClient()
  const { sheet } = state
  const [name, setName] = useState('')
  const views = useQuery({
    queryKey: ['sheets.views', sheet],
    queryFn: () => api.call('sheets.views', { sheet }),
  })
  const act = async (work: Promise<unknown>, done?: string): Promise<void> => {
    try {
      await work
      if (done !== undefined) toasts.show({ text: done })
    } catch (thrown) {
      toasts.show({ text: error(failureOf(thrown)), tone: 'bad' })
    }
    await client.invalidateQueries({ queryKey: ['sheets.views', sheet] })
  }
  const save = (): void => {
    const wanted = name.trim()
    if (wanted === '') return
    const layout = { columns: state.layout, sort: state.sort, filter: state.filter }
    void act(
      api.call('sheets.saveView', { sheet, name: wanted, layout }),
      t('sheet.viewKept', { name: wanted }),
    )
    setName('')
  }
  const named = views.data?.named ?? []
  return (
    <div className="views-menu">
      <h3>{t('sheet.views')}</h3>
      {named.length === 0 ? <p>{t('sheet.viewsNone')}</p> : null}
      <ul>
        {named.map((view) => (
          <li key={view.id}>
            <button type="button" className="menu-button wide" onClick={() => onChoose(view)}>
              {view.name}
            </button>
            <button
              type="button"
              className="chooser-button"
              aria-label={t('sheet.viewRemove', { name: view.name })}
              onClick={() => void act(api.call('sheets.removeView', { id: view.id }))}
            >
              <Trash2 size={18} aria-hidden="true" />
            </button>
          </li>
        ))}
      </ul>
      <div className="views-save">
        <TextField
          label={t('sheet.viewName')}
          placeholder={t('sheet.viewExample')}
          maxLength={40}
          value={name}
          onChange={setName}
          onEnter={save}
        />
        {/* Never switched off: it would drop the focus, and Escape with it. */}
        <Button onPress={save}>{t('sheet.viewKeep')}</Button>
      </div>
    </div>
  )
}

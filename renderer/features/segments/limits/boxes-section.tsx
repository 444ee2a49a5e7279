import { ArrowUp, Plus, X } from 'lucide-react'
import type { Box, SegmentSettings } from '#shared/contract/segments.ts'
import { groupName } from '#shared/segments/group-sentence.ts'
import { useWords } from '../../../app/words.ts'
import { Button } from '../../../ui/button.tsx'
import { Select } from '../../../ui/select.tsx'
import { TextField } from '../../../ui/text-field.tsx'

type Boxes = SegmentSettings['boxes']

const scores = ['1', '2', '3', '4', '5'] as const
const figures = ['recency', 'frequency', 'money'] as const
const firstId = 21
const lastId = 60

/** Boxes of scores with the shop's own names; the first that fits counts, so that their order matters. */
export const BoxesSection = ({
  boxes,
  onChange,
}: {
  readonly boxes: Boxes
  readonly onChange: (boxes: Boxes) => void
}) => {
  const { t } = useWords()
  const free = Array.from({ length: lastId - firstId + 1 }, (_, place) => firstId + place).find(
    (id) => !boxes.some((box) => box.id === id),
  )
  const put = (id: number, change: Partial<Box>): void =>
    onChange(boxes.map((box) => (box.id === id ? { ...box, ...change } : box)))
  return (
    <section className="segments-section">
      <header>
        <h2>{t('segments.limits.boxes')}</h2>
        <p>{t('segments.limits.boxesHint')}</p>
      </header>
      <ul className="box-list">
        {boxes.map((box, place) => (
          <li key={box.id} className="box-row">
            <TextField
              label={t('segments.limits.boxName')}
              value={box.name ?? ''}
              placeholder={groupName(box.id, null, t)}
              maxLength={30}
              onChange={(name) => put(box.id, { name: name.trim() === '' ? null : name })}
            />
            {figures.map((figure) => (
              <div key={figure} className="box-scores">
                {(['from', 'to'] as const).map((end) => (
                  <Select
                    key={end}
                    label={`${t(`rule.score.${figure}`)} ${t(end === 'from' ? 'segments.field.fromHour' : 'segments.field.toHour')}`}
                    value={String(box[figure][end])}
                    options={scores.map((value) => ({
                      value,
                      text: t('segments.score', { n: Number(value) }),
                    }))}
                    onChange={(value) => put(box.id, { [figure]: turned(box[figure], end, Number(value)) })}
                  />
                ))}
              </div>
            ))}
            <div className="box-end">
              <Button
                look="quiet"
                isDisabled={place === 0}
                label={t('segments.limits.up', { name: groupName(box.id, box.name, t) })}
                onPress={() => onChange(movedUp(boxes, place))}
              >
                <ArrowUp size={20} aria-hidden="true" />
              </Button>
              <Button
                look="quiet"
                label={t('segments.limits.removeBox', { name: groupName(box.id, box.name, t) })}
                onPress={() => onChange(boxes.filter((one) => one.id !== box.id))}
              >
                <X size={20} aria-hidden="true" />
              </Button>
            </div>
          </li>
        ))}
      </ul>
      <div className="rule-add">
        <Button
          isDisabled={free === undefined || boxes.length >= 20}
          onPress={() => {
            const whole = { from: 1, to: 5 }
            if (free !== undefined)
              onChange([...boxes, { id: free, name: null, recency: whole, frequency: whole, money: whole }])
          }}
        >
          <Plus size={20} aria-hidden="true" />
          {t('segments.limits.addBox')}
        </Button>
      </div>
    </section>
  )
}

/** A range never ends before it begins: the other end goes along. */
const turned = (range: Box['recency'], end: 'from' | 'to', score: number): Box['recency'] =>
  end === 'from'
    ? { from: score, to: Math.max(score, range.to) }
    : { from: Math.min(score, range.from), to: score }

const movedUp = (boxes: Boxes, place: number): Boxes => {
  const [above, own] = [boxes[place - 1], boxes[place]]
  return above === undefined || own === undefined ? boxes : boxes.with(place - 1, own).with(place, above)
}

import { ChevronDown } from 'lucide-react'
import {
  Select as AriaSelect,
  Button,
  Header,
  Label,
  ListBox,
  ListBoxItem,
  ListBoxSection,
  Popover,
  SelectValue,
} from 'react-aria-components'
import { useWords } from '../../../app/words.ts'
import { type Kind, type KindGroup, kindGroups } from './fields.ts'

const groups: readonly KindGroup[] = ['visit', 'goods', 'standing', 'person']
const kinds: readonly Kind[] = groups.flatMap((group): readonly Kind[] => kindGroups[group])

/** What a condition looks at, under its four headings. */
export const KindField = ({
  kind,
  onChange,
}: {
  readonly kind: Kind
  readonly onChange: (kind: Kind) => void
}) => {
  const { t } = useWords()
  return (
    <AriaSelect
      className="field kind-field"
      value={kind}
      onChange={(key) => {
        const chosen = kinds.find((one) => one === key)
        if (chosen !== undefined) onChange(chosen)
      }}
    >
      <Label className="hidden-text">{t('segments.build.kind')}</Label>
      <Button className="select-button">
        <SelectValue />
        <ChevronDown size={20} aria-hidden="true" />
      </Button>
      <Popover>
        <ListBox className="select-list">
          {groups.map((group) => (
            <ListBoxSection key={group}>
              <Header className="select-heading">{t(`segments.build.group.${group}`)}</Header>
              {kindGroups[group].map((one) => (
                <ListBoxItem
                  key={one}
                  id={one}
                  textValue={t(`segments.kindOf.${one}`)}
                  className="select-option"
                >
                  {t(`segments.kindOf.${one}`)}
                </ListBoxItem>
              ))}
            </ListBoxSection>
          ))}
        </ListBox>
      </Popover>
    </AriaSelect>
  )
}

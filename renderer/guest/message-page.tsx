import { BigButton } from './big-button.tsx'
import { useGuestWords } from './words.tsx'

/** One sentence, large, and at most one thing to do. */
export const MessagePage = ({
  title,
  text,
  action,
  good = false,
}: {
  readonly title: string
  readonly text: string
  readonly action?: { readonly text: string; readonly onPress: () => void }
  readonly good?: boolean
}) => (
  <main className={good ? 'guest-message good' : 'guest-message'}>
    <div role="status">
      <h1>{title}</h1>
      <p>{text}</p>
    </div>
    {action === undefined ? null : (
      <BigButton look="primary" onPress={action.onPress}>
        {action.text}
      </BigButton>
    )}
  </main>
)

/** Staff go on. */
export const HelpedPage = () => {
  const { t } = useGuestWords()
  return <MessagePage title={t('helped.title')} text={t('helped.text')} />
}

import { useQuery } from '@tanstack/react-query'
import { ArrowLeft } from 'lucide-react'
import { failureOf } from '../../api/failure.ts'
import { useNavigation } from '../../app/navigation.tsx'
import { useWords } from '../../app/words.ts'
import { Button } from '../../ui/button.tsx'
import { PageLoading } from '../../ui/full-page.tsx'
import { FailureNotice } from '../../ui/notice.tsx'
import { EmptyPage } from '../../ui/page-head.tsx'
import { type OpenedCustomer, useOpenedCustomer } from './open-customer.tsx'
import { pageQuery } from './queries.ts'

const Whose = ({ opened }: { readonly opened: OpenedCustomer }) => {
  const { t } = useWords()
  const { go } = useNavigation()
  const page = useQuery(pageQuery(opened.customerId))
  return (
    <div className="person">
      <Button look="quiet" onPress={() => go(opened.from)}>
        <ArrowLeft size={20} aria-hidden="true" />
        {t('person.back')}
      </Button>
      {page.isPending ? <PageLoading text={t('common.loading')} /> : null}
      {page.error === null ? null : <FailureNotice failure={failureOf(page.error)} />}
      {page.data === undefined ? null : <h1>{t('card.honorific', { name: page.data.name })}</h1>}
    </div>
  )
}

const CustomerPage = () => {
  const { t } = useWords()
  const opened = useOpenedCustomer()
  return opened === null ? (
    <EmptyPage title={t('person.none')} hint={t('person.noneHint')} />
  ) : (
    <Whose key={opened.customerId} opened={opened} />
  )
}

export default CustomerPage

import { CustomerDesk } from './customer-desk.tsx'
import { Done } from './done.tsx'
import { Idle } from './idle.tsx'
import { JoinForm } from './join-form.tsx'
import type { Counter } from './use-counter.ts'
import type { Search } from './use-search.ts'
import { Waiting } from './waiting.tsx'

/** What lies in front of the staff right now. */
export const DeskView = ({ counter, search }: { readonly counter: Counter; readonly search: Search }) => {
  const { desk } = counter
  switch (desk.step) {
    case 'join':
      return <JoinForm start={desk.start} onJoined={counter.openCustomer} onCancel={counter.clear} />
    case 'customer':
      return <CustomerDesk key={desk.customerId} customerId={desk.customerId} counter={counter} />
    case 'done':
      return <Done result={desk.result} counter={counter} />
    default:
      return counter.waiting === null ? (
        <Idle counter={counter} asked={search.query !== ''} onJoin={search.join} />
      ) : (
        <Waiting waiting={counter.waiting} onCancel={counter.stopWaiting} />
      )
  }
}

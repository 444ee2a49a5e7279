import { useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'
import { api } from '../../api/api.ts'
import { BuilderPage } from './builder/builder-page.tsx'
import { ComparePage } from './compare-page.tsx'
import { GroupPage } from './group-page.tsx'
import { LimitsPage } from './limits/limits-page.tsx'
import { ListPage } from './list-page.tsx'
import './segments.css'
import { useSegmentsView } from './segments-view.ts'

/** Groups of customers: all of them, one of them, two side by side, and how they are made. */
const SegmentsPage = () => {
  const view = useSegmentsView()
  const client = useQueryClient()
  useEffect(
    () =>
      api.on('segments.kept', () => {
        void client.invalidateQueries({
          predicate: ({ queryKey }) => String(queryKey[0]).startsWith('segments.'),
        })
      }),
    [client],
  )
  switch (view.is) {
    case 'list':
      return <ListPage />
    case 'group':
      return <GroupPage key={view.id} id={view.id} />
    case 'build':
      return <BuilderPage key={view.id ?? 0} id={view.id} rule={view.rule} name={view.name} />
    case 'compare':
      return <ComparePage a={view.a} b={view.b} />
  }
  return <LimitsPage />
}

export default SegmentsPage

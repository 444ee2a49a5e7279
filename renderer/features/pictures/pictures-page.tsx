import { FileText } from 'lucide-react'
import { useState } from 'react'
import { useNavigation } from '../../app/navigation.tsx'
import { useWords } from '../../app/words.ts'
import { Button } from '../../ui/button.tsx'
import { PageHead } from '../../ui/page-head.tsx'
import { CohortsPicture } from './cohorts-picture.tsx'
import { FlowPicture, GroupsPicture } from './groups-picture.tsx'
import { GuestsPicture } from './guests-picture.tsx'
import { HeatPicture } from './heat-picture.tsx'
import { IntervalsPicture } from './intervals-picture.tsx'
import { MembersPicture } from './members-picture.tsx'
import './pictures.css'
import { ProductHoursPicture } from './product-hours-picture.tsx'
import { RangeBar } from './range/range-bar.tsx'
import { type RangeState, useRange } from './range/range-state.ts'
import { RankingPicture } from './ranking-picture.tsx'
import { SalesPicture } from './sales-picture.tsx'
import { SmallChoice } from './small-choice.tsx'
import { TopPicture } from './top-picture.tsx'
import { SumsUpkeep } from './upkeep/sums-upkeep.tsx'

const rooms = ['sales', 'products', 'guests', 'loyal', 'groups'] as const
type Room = (typeof rooms)[number]

const Pictures = ({ room, state }: { readonly room: Room; readonly state: RangeState }) => {
  if (room === 'sales')
    return (
      <>
        <SalesPicture state={state} />
        <HeatPicture state={state} />
      </>
    )
  if (room === 'products')
    return (
      <>
        <RankingPicture state={state} />
        <ProductHoursPicture state={state} />
      </>
    )
  if (room === 'guests')
    return (
      <>
        <GuestsPicture state={state} />
        <MembersPicture state={state} />
      </>
    )
  if (room === 'groups')
    return (
      <>
        <GroupsPicture state={state} />
        <FlowPicture state={state} />
      </>
    )
  return (
    <>
      <TopPicture state={state} />
      <IntervalsPicture state={state} />
      <CohortsPicture state={state} />
    </>
  )
}

/** The shop in pictures: one range for all of them, and people or receipts behind every bar. */
const PicturesPage = () => {
  const { t } = useWords()
  const { go } = useNavigation()
  const state = useRange()
  const [room, enter] = useState<Room>('sales')
  return (
    <>
      <div className="pictures-top">
        <PageHead title={t('pictures.title')} />
        <Button onPress={() => go('report')}>
          <FileText size={20} aria-hidden="true" />
          {t('report.open')}
        </Button>
        <SmallChoice
          label={t('pictures.rooms')}
          value={room}
          options={rooms.map((value) => ({ value, text: t(`pictures.room.${value}`) }))}
          onChange={enter}
        />
      </div>
      {state === null ? (
        <p className="picture-empty">{t('pictures.loading')}</p>
      ) : (
        <>
          <RangeBar state={state} />
          <div className="pictures">
            <Pictures room={room} state={state} />
          </div>
        </>
      )}
      <SumsUpkeep />
    </>
  )
}

export default PicturesPage

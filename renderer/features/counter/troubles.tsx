import { useQuery } from '@tanstack/react-query'
import { TriangleAlert } from 'lucide-react'
import { queries } from '../../api/queries.ts'
import type { AppStatus } from '../../api/types.ts'
import { useNavigation } from '../../app/navigation.tsx'
import { useWords } from '../../app/words.ts'
import { Button } from '../../ui/button.tsx'
import { useDevices } from './use-devices.ts'

/** What has to be mended by hand, in one sentence; the counter goes on beneath it. */
export const Troubles = ({ status }: { readonly status: AppStatus }) => {
  const { t, error } = useWords()
  const { go } = useNavigation()
  const { pos, posProblem, printerProblem } = useDevices()
  const problem = status.problem ?? posProblem ?? printerProblem
  const unclear = useQuery(queries.slipQueue).data?.unclear.length ?? 0
  if (problem === null && pos !== 'away' && unclear === 0) return null
  // What waits for a printer, and for what, is told where the slips are.
  const aboutSlips = problem === null ? pos !== 'away' : problem === printerProblem
  const where = aboutSlips ? 'slips' : 'settings'
  const sentence = pos === 'away' ? t('pos.away') : t('unclear.strip', { n: unclear })
  return (
    <div className="troubles" role="alert">
      <TriangleAlert size={24} aria-hidden="true" />
      <span className="troubles-text">
        {problem === null ? sentence : error(problem)}
        {problem === null ? null : <small>{t('common.code', { code: problem.code })}</small>}
      </span>
      <Button keepFocus look="quiet" onPress={() => go(where)}>
        {t(`nav.${where}`)}
      </Button>
    </div>
  )
}

import { wiringPlans } from '#shared/wiring.ts'
import { useWords } from '../../app/words.ts'
import { Badge } from '../../ui/badge.tsx'
import './devices.css'
import { WiringDrawing } from './wiring-drawing.tsx'

/** How each kind of POS is wired, with drawings; folded away until somebody asks. */
export const WiringHelp = () => {
  const { t } = useWords()
  return (
    <details className="wiring">
      <summary>{t('wiring.title')}</summary>
      <p className="device-soft">{t('wiring.lead')}</p>
      <ul className="wiring-ways">
        {wiringPlans.map((plan) => (
          <li className="wiring-way" key={plan.id}>
            <strong>{t(plan.id)}</strong>
            <WiringDrawing plan={plan} />
            <p>{t(plan.text)}</p>
            <div>
              <Badge tone={plan.inTheLine ? 'gold' : 'green'}>
                {t(plan.inTheLine ? 'wiring.stops' : 'wiring.goesOn')}
              </Badge>
            </div>
          </li>
        ))}
      </ul>
    </details>
  )
}

import { useQuery } from '@tanstack/react-query'
import { RefreshCw } from 'lucide-react'
import type { SerialPortInfo } from '#shared/contract/devices.ts'
import { queries } from '../../api/queries.ts'
import { useWords } from '../../app/words.ts'
import { Button } from '../../ui/button.tsx'
import { Select } from '../../ui/select.tsx'

/** Which serial port, by the name of its maker where the system knows it. */
export const PortField = ({
  label,
  path,
  onChange,
}: {
  /** Where there are several. */
  readonly label?: string
  readonly path: string
  readonly onChange: (path: string) => void
}) => {
  const { t } = useWords()
  const ports = useQuery({ ...queries.ports, staleTime: 0 })
  const nameOf = (port: SerialPortInfo): string =>
    `${port.path} · ${port.maker ?? t('device.portUnknownMaker')}`
  const listed = (ports.data ?? []).map((port) => ({ value: port.path, text: nameOf(port) }))
  const options =
    path === '' || listed.some((option) => option.value === path)
      ? listed
      : [{ value: path, text: path }, ...listed]
  return (
    <div className="port-field">
      {options.length === 0 ? (
        <p className="port-none">{t(ports.isFetching ? 'common.loading' : 'guide.pos.noPorts')}</p>
      ) : (
        <Select
          label={label ?? t('device.port')}
          value={path === '' ? null : path}
          options={options}
          onChange={onChange}
        />
      )}
      <Button look="quiet" onPress={() => void ports.refetch()}>
        <RefreshCw size={18} aria-hidden="true" />
        {t('guide.pos.refresh')}
      </Button>
    </div>
  )
}

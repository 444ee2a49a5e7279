import { listPorts } from './devices/ports.port.ts'
import { listSpoolerQueues } from './devices/printers/spooler.port.ts'
import { importedBytes } from './devices/sources/file-import.ts'
import type { HandlersOf } from './handlers.ts'
import type { Site } from './site.ts'
import { printTestSlip } from './slips/slips.service.ts'

/** Lines and printers of the shop that is looked at; most of it works while its ledger is locked. */
export const devicesHandlers = (site: () => Site): HandlersOf<'devices' | 'sources' | 'printers'> => {
  const devices = () => site().devices
  return {
    'devices.ports': () => listPorts(),
    'sources.list': () => [...devices().sources.list()],
    'sources.status': () => [...devices().sources.status()],
    'sources.save': async (source) => {
      await devices().sources.save(source)
      return {}
    },
    'sources.findSettings': ({ path }) => devices().finder.find(path),
    'sources.stopFinding': async () => {
      await devices().finder.stop()
      return {}
    },
    'sources.remove': async ({ id }) => {
      await devices().sources.remove(id)
      return {}
    },
    'sources.importFile': ({ base64, encoding }) => site().open().importFile(importedBytes(base64), encoding),
    'printers.list': () => [...devices().printers.list()],
    'printers.status': () => [...devices().printers.status()],
    'printers.save': async (printer) => {
      await devices().printers.save(printer)
      site().slipsMayPrint()
      return {}
    },
    'printers.remove': async ({ id }) => {
      await devices().printers.remove(id)
      return {}
    },
    'printers.test': async ({ id }) => {
      await printTestSlip(devices().printers, id)
      return {}
    },
    'printers.queues': () => listSpoolerQueues(),
  }
}

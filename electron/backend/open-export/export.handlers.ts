import type { HandlersOf } from '../handlers.ts'
import type { OpenExport } from './export.service.ts'

export const openExportHandlers = (service: () => OpenExport): HandlersOf<'openExport'> => ({
  'openExport.run': (order) => service().run(order),
  'openExport.progress': () => service().progress(),
  'openExport.cancel': () => {
    service().cancel()
    return {}
  },
})

import type { HandlersOf } from '../handlers.ts'
import type { SegmentsService } from './segments.service.ts'

/** @param service of the ledger that is open. */
export const segmentsHandlers = (service: () => SegmentsService): HandlersOf<'segments'> => ({
  'segments.list': async () => {
    const list = await service().list()
    void service().look()
    return list
  },
  'segments.count': ({ rule }) => service().count(rule),
  'segments.members': async ({ rule }) => ({ ids: await service().members(rule) }),
  'segments.save': (group) => ({ id: service().save(group) }),
  'segments.remove': ({ id }) => {
    service().remove(id)
    return {}
  },
  'segments.bringBack': ({ id }) => {
    service().bringBack(id)
    return {}
  },
  'segments.compare': (pair) => service().compare(pair),
  'segments.history': (asked) => service().history(asked),
  'segments.flow': (asked) => service().flow(asked),
  'segments.flowMembers': (asked) => ({ ids: service().flowMembers(asked) }),
  'segments.choices': () => service().choices(),
  'segments.settings': () => service().settings(),
  'segments.saveSettings': (settings) => {
    service().saveSettings(settings)
    return {}
  },
})

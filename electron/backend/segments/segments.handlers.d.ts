import type { HandlersOf } from '../handlers.ts';
import type { SegmentsService } from './segments.service.ts';
/** @param service of the ledger that is open. */
export declare const segmentsHandlers: (service: () => SegmentsService) => HandlersOf<'segments'>;

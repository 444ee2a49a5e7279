import type { SegmentSettings } from '#shared/contract/segments.ts';
/** What a shop begins with. The boxes and their order are those of the R package `rfm` (MIT). */
export declare const defaultSettings: SegmentSettings;

/** Day of the week and hour of one visit. */
export interface VisitTime {
    /** 0 = Sunday, of the business day. */
    readonly weekday: number;
    /** 0 to 23. */
    readonly hour: number;
}
export interface CustomTime {
    readonly weekday: number | null;
    readonly hour: number | null;
}
/**
 * The usual weekday: one that at least half of the visits fall on. The usual hour: the middle of three that hold at
 * least six in ten. Null where nothing stands out, or under three visits.
 */
export declare const customTime: (visits: readonly VisitTime[]) => CustomTime;

import { type BusinessDate } from '#shared/dates.ts';
/** Three figures of somebody who has come at least once. */
export interface RfmFigures {
    readonly lastVisit: BusinessDate;
    readonly visits: number;
    /** Won. */
    readonly spend: number;
}
/** Four limits each, ascending: days since the last visit, visits, won. */
export interface RfmLimits {
    readonly recency: readonly number[];
    readonly frequency: readonly number[];
    readonly money: readonly number[];
}
export interface RfmScores {
    readonly recency: number;
    readonly frequency: number;
    readonly money: number;
}
interface Range {
    readonly from: number;
    readonly to: number;
}
export interface ScoreBox {
    readonly recency: Range;
    readonly frequency: Range;
    readonly money: Range;
}
/**
 * The quantile of type 7 (Hyndman and Fan 1996), as R, NumPy and Excel have it.
 * @param sorted ascending, at least one. @param share 0 to 1.
 */
export declare const quantile: (sorted: ArrayLike<number>, share: number) => number;
/** A fifth in each score: the quantiles at 20, 40, 60 and 80 percent, plus one, as the R package `rfm` takes them. */
export declare const quantileLimits: (people: readonly RfmFigures[], asOf: BusinessDate) => RfmLimits;
/** Each 1 to 5, 5 the best: one more than the limits that are reached; of recency the other way round. */
export declare const scoresOf: (one: RfmFigures, asOf: BusinessDate, limits: RfmLimits) => RfmScores;
/** The first box that fits; null where none does. */
export declare const boxOf: <B extends ScoreBox>(scores: RfmScores, boxes: readonly B[]) => B | null;
export {};

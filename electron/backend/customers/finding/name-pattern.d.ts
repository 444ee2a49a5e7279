import { type TextRange } from './text-range.ts';
/** What a half-typed name may still become. */
export interface NamePattern {
    /** Names that can match stand in here. */
    readonly range: TextRange;
    /** True when every name in the range matches: nothing but the last letter may still change. */
    readonly fills: boolean;
    /** True when the name (blanks removed) begins as the pattern says. */
    matches(name: string): boolean;
}
/**
 * Letter by letter: an initial stands for its 588 syllables (`김ㅇㅎ`); the last syllable, while it has no final
 * consonant, for all that it may get (`기` → `김`), because it is still being composed; anything else for itself.
 * @param typed without blanks, NFC.
 */
export declare const namePattern: (typed: string) => NamePattern;

import type { CallOutput, CallParsed } from '#shared/contract/index.ts';
import type { Reader, Writer } from '../../platform/db/statements.ts';
import type { Ids } from '../../platform/ids.ts';
type Field = CallOutput<'customers.fields'>[number];
export declare const fieldsOf: (reader: Reader) => Field[];
/**
 * Makes or changes a field and puts it in its place.
 * Throws `field.not-found`, `field.name-taken`, `field.kind-fixed`, `field.choice-used` {choice}, `field.no-choices`.
 */
export declare const saveField: (tx: Writer, ids: Ids, asked: CallParsed<'customers.saveField'>, at: number) => number;
/** An empty value takes it away. Throws `field.not-found`, `field.misfit` {field}. */
export declare const setFieldValue: (tx: Writer, customerId: number, fieldId: number, value: string) => void;
export {};

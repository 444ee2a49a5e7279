import type { HandlersOf } from '../handlers.ts';
import type { CustomersService } from './customers.service.ts';
import type { CustomerWork } from './work.service.ts';
/** @param service of the ledger that is open. */
export declare const customersHandlers: (service: () => CustomersService & CustomerWork) => HandlersOf<'customers'>;

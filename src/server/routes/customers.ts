import type { CustomerDesk } from '../../chat/customer-desk.ts';
import { customerSubject } from '../../customers/customer-subject.ts';
import { assertCustomer, type CustomerProof } from '../assert-customer.ts';
import { defineRoute, nothing, type Route } from '../route.ts';
import { customerPath, exportSchema, forgottenSchema } from '../schemas/customer.ts';
import { streamExport } from '../stream-export.ts';

export interface CustomerRoutesOptions extends CustomerProof {
  readonly desk: CustomerDesk;
  readonly clock: () => number;
}

export function customerRoutes(options: CustomerRoutesOptions): Route[] {
  return [
    defineRoute({
      method: 'get',
      path: '/v1/customers/{customerId}/export',
      summary:
        'Everything that is kept of a customer; for the customer, or for the shop with what colleagues noted',
      tag: 'Customers',
      security: 'optional',
      schemas: { path: customerPath, query: nothing, body: nothing },
      responses: {
        200: { description: 'All lists, streamed', content: { 'application/json': exportSchema } },
      },
      async handle({ path: { customerId }, token, response, note }) {
        const isForShop = await assertCustomer(options, customerId, token);
        const head = { customerId, exportedAt: new Date(options.clock()).toISOString() };
        const sections = await options.desk.export(customerId, isForShop);
        await note({ action: 'customer.export', subject: customerSubject(customerId) });
        await streamExport(response, head, sections);
        return { kind: 'taken' };
      },
    }),
    defineRoute({
      method: 'delete',
      path: '/v1/customers/{customerId}',
      summary: 'Forget a customer: everything that was said, shown and done; by the customer or by the shop',
      tag: 'Customers',
      security: 'optional',
      schemas: { path: customerPath, query: nothing, body: nothing },
      responses: {
        200: { description: 'Forgotten', content: { 'application/json': forgottenSchema } },
      },
      async handle(call) {
        await assertCustomer(options, call.path.customerId, call.token);
        const { customerId } = call.path;
        const noting = call.noting({ action: 'customer.erase', subject: customerSubject(customerId) });
        const { answer } = await call.once(async () => ({
          kind: 'json',
          status: 200,
          body: await options.desk.forget(customerId, noting),
        }));
        return answer;
      },
    }),
  ];
}

import type { CustomerDesk } from '../../chat/customer-desk.ts';
import { assertCustomer, type CustomerProof } from '../assert-customer.ts';
import { defineRoute, nothing, type Route } from '../route.ts';
import { customerPath, forgottenSchema } from '../schemas/customer.ts';

export interface CustomerRoutesOptions extends CustomerProof {
  readonly desk: CustomerDesk;
}

export function customerRoutes(options: CustomerRoutesOptions): Route[] {
  return [
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
        const { answer } = await call.once(async () => ({
          kind: 'json',
          status: 200,
          body: await options.desk.forget(call.path.customerId),
        }));
        return answer;
      },
    }),
  ];
}

import * as z from 'zod';
import type { CommerceWrite, OrderWrite } from '../../../src/domain/commerce.ts';
import type { GraphqlClient } from './graphql-client.ts';
import { READ_SCOPES } from './order-documents.ts';

/** What an app must be allowed to do for each write. Another way to pay is nothing Shopify lets an app choose. */
const SCOPES: Readonly<Partial<Record<OrderWrite['type'], string>>> = {
  'cancel-order': 'write_orders',
  'change-order-address': 'write_orders',
  'return-lines': 'write_returns',
  'exchange-lines': 'write_returns',
  'replace-lines': 'write_order_edits',
  'change-account-address': 'write_customers',
};

const shape = z.object({
  currentAppInstallation: z.object({ accessScopes: z.array(z.object({ handle: z.string() })) }),
});

export const readScopes = async (admin: GraphqlClient, signal: AbortSignal): Promise<ReadonlySet<string>> => {
  const { currentAppInstallation } = await admin.read({
    document: READ_SCOPES,
    variables: {},
    shape,
    signal,
  });
  return new Set(currentAppInstallation.accessScopes.map(({ handle }) => handle));
};

/** Writes Shopify can do, of those the shop's rules offer. */
export const possibleWrites = (offered: readonly OrderWrite['type'][]): OrderWrite['type'][] =>
  offered.filter((type) => SCOPES[type] !== undefined);

/** The scopes that writes need and a token lacks. */
export const missingScopes = (
  scopes: ReadonlySet<string>,
  writes: readonly OrderWrite['type'][],
): readonly string[] => [
  ...new Set(writes.flatMap((type) => SCOPES[type] ?? []).filter((scope) => !scopes.has(scope))),
];

/**
 * Takes those writes out of the abilities that the token does not allow: once, when the first order write is asked about.
 *
 * @returns Whether the write is among those that are left.
 */
export function createAbilityCheck(
  admin: GraphqlClient,
  abilities: Set<CommerceWrite['type']>,
): (type: OrderWrite['type'], signal: AbortSignal) => Promise<boolean> {
  let isChecked = false;
  return async (type, signal) => {
    if (!isChecked) {
      const scopes = await readScopes(admin, signal);
      isChecked = true;
      for (const [write, scope] of Object.entries(SCOPES))
        if (!scopes.has(scope)) abilities.delete(write as OrderWrite['type']);
    }
    return abilities.has(type);
  };
}

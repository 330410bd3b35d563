import * as z from 'zod';
import type { GraphqlClient } from './graphql-client.ts';
import { failed } from './request-faults.ts';

/** A mutation of the Admin API: what it made, or that it refused and did nothing. */
export type MutationOutcome<T> = { readonly kind: 'done'; readonly answer: T } | { readonly kind: 'refused' };

/**
 * @param field Of the answer, named as the mutation.
 * @param shape Of what the mutation made; its errors are read here, under either of the names they have.
 */
export async function mutate<T extends object>(
  admin: GraphqlClient,
  {
    field,
    document,
    variables,
    shape,
    signal,
  }: {
    readonly field: string;
    readonly document: string;
    readonly variables: Readonly<Record<string, unknown>>;
    readonly shape: z.ZodType<T>;
    readonly signal: AbortSignal;
  },
): Promise<MutationOutcome<T>> {
  const errors = z.array(z.object({ message: z.string() }));
  const payload = z.looseObject({ userErrors: errors.optional(), orderCancelUserErrors: errors.optional() });
  const answer = await admin.write({
    document,
    variables,
    shape: z.object({ [field]: payload.nullable() }),
    signal,
  });
  const told = answer[field];
  if (told === null || told === undefined) throw failed(`answered ${field} with nothing`);
  if ((told.userErrors ?? told.orderCancelUserErrors ?? []).length > 0) return { kind: 'refused' };
  const parsed = shape.safeParse(told);
  if (parsed.success) return { kind: 'done', answer: parsed.data };
  throw failed(`answered ${field} in another form than expected`, { cause: parsed.error });
}

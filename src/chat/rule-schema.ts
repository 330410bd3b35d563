import * as z from 'zod';
import { keyOfPath } from '../domain/category.ts';
import { RULE_LIMITS } from '../domain/merchandising.ts';

const { productIds, values, attributes, charactersPerText, lastPosition, mostStrength } = RULE_LIMITS;

const text = (longest: number) =>
  z
    .string()
    .max(longest)
    .transform((written) => written.trim().replaceAll(/\s+/gu, ' '))
    .refine((written) => !/\p{Cc}/u.test(written), 'must not hold a control character')
    .meta({ override: { type: 'string', maxLength: longest } });

const word = (longest: number) =>
  text(longest)
    .refine((written) => /[\p{L}\p{N}]/u.test(written), 'must hold a letter or a digit')
    .meta({ override: { type: 'string', minLength: 1, maxLength: longest } });

const name = word(charactersPerText);
const names = (most: number) => z.array(name).min(1).max(most);

const path = name
  .refine((written) => keyOfPath(written) !== '', 'must name a category')
  .meta({
    description: 'A path from the root, "Clothing > Scarves"',
    override: { type: 'string', minLength: 1, maxLength: charactersPerText },
  });

const instant = z
  .union([z.iso.datetime({ offset: true }), z.iso.date()])
  .transform((written) => new Date(written).toISOString())
  .meta({
    description: 'ISO 8601 with an offset, or a day, which begins at midnight UTC',
    override: { type: 'string' },
  });

const strength = z.number().min(0.01).max(mostStrength).meta({
  description: 'Points of the score; 1 is about what the best match of the words is worth',
});

const action = z
  .discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('pin'), position: z.int().min(1).max(lastPosition) }),
    z.strictObject({ kind: z.literal('boost'), strength }),
    z.strictObject({ kind: z.literal('bury'), strength }),
    z.strictObject({ kind: z.literal('exclude') }),
  ])
  .meta({ id: 'RuleAction' });

const target = z
  .strictObject({
    productIds: names(productIds).exactOptional(),
    category: path.exactOptional(),
    brand: name.exactOptional(),
    attributes: z
      .record(word(60), names(values))
      .refine((all) => Object.keys(all).length <= attributes, `must name at most ${attributes} attributes`)
      .exactOptional(),
  })
  .refine(
    (given) =>
      [given.productIds, given.category, given.brand].some((part) => part !== undefined) ||
      Object.keys(given.attributes ?? {}).length > 0,
    'must name products, a category, a brand or attributes',
  )
  .meta({ id: 'RuleTarget', description: 'All of it holds at once; values of one list are alternatives' });

const conditions = z
  .strictObject({
    query: z
      .strictObject({ words: name, match: z.enum(['all-words', 'exact']).default('all-words') })
      .exactOptional(),
    category: path.exactOptional(),
    markets: z
      .array(z.string().regex(/^[A-Z]{2}$/, 'must be a country code such as "DE"'))
      .min(1)
      .max(values)
      .exactOptional(),
    segments: names(values).exactOptional(),
  })
  .meta({
    id: 'RuleConditions',
    description: 'All of it holds at once; without anything it holds for every list',
  });

/** Addresses beside those of rules. */
const RESERVED = 'preview';

export const ruleIdSchema = z
  .string()
  .regex(/^[a-z0-9][a-z0-9_-]{0,63}$/, 'must be 1 to 64 of a-z, 0-9, "-", "_"')
  .refine((id) => id !== RESERVED, `must not be "${RESERVED}"`);

const fields = {
  action,
  target,
  when: conditions.default({}),
  from: instant.exactOptional(),
  until: instant,
  owner: word(100).meta({ description: 'Who answers for it' }),
  note: text(1_000).default(''),
};

interface Checked {
  readonly action: z.infer<typeof action>;
  readonly target: z.infer<typeof target>;
  readonly from?: string;
  readonly until: string;
}

/** What holds between the parts of a rule. */
function checkParts({ action: { kind }, target: aim, from, until }: Checked, context: z.RefinementCtx): void {
  const report = (message: string, at: string) =>
    context.addIssue({ code: 'custom', message, path: [at], input: undefined });
  const isOne = aim.productIds?.length === 1 && Object.keys(aim).length === 1;
  if (kind === 'pin' && !isOne) report('of a pin must be one product and nothing else', 'target');
  if (from !== undefined && from >= until) report('must be after `from`', 'until');
}

/** A rule as it is written under its own address. */
export const ruleBodySchema = z.strictObject(fields).superRefine(checkParts).meta({
  id: 'RuleBody',
  description: 'What is to be seen more, less, at a place of the list, or not at all',
});

/** A rule with its id, as it stands in a file. */
export const ruleSchema = z.strictObject({ id: ruleIdSchema, ...fields }).superRefine(checkParts);

import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import * as z from 'zod';
import type { ShopRules } from '../../src/domain/shop-rules.ts';
import { AssistantError } from '../../src/errors/assistant-error.ts';

const DEFAULT_RULES = new URL('./default-order-rules.yaml', import.meta.url);

const status = z.enum([
  'pending',
  'processed',
  'shipped',
  'delivered',
  'cancelled',
  'return-requested',
  'exchange-requested',
]);

const days = z.number().int().min(0).max(3_650);

const writeRule = z
  .strictObject({
    from: z.array(status).min(1).exactOptional(),
    reasons: z.array(z.string().trim().min(1).max(200)).min(1).max(50).exactOptional(),
    withinDays: days.exactOptional(),
    once: z.boolean().exactOptional(),
    afterReplacing: z.boolean().exactOptional(),
    methods: z.union([z.literal('any'), z.array(z.enum(['original', 'gift-card'])).min(1)]).exactOptional(),
    sameVariant: z.boolean().exactOptional(),
  })
  .readonly();

const writeType = z.enum([
  'cancel-order',
  'return-lines',
  'exchange-lines',
  'replace-lines',
  'change-order-address',
  'change-payment',
  'change-account-address',
]);

const methodKind = z.enum(['card', 'wallet', 'gift-card', 'invoice', 'other']);

const shopRules = z.strictObject({
  writes: z.partialRecord(writeType, writeRule),
  refundDays: z
    .partialRecord(
      methodKind,
      z.strictObject({ from: days, to: days }).refine(({ from, to }) => from <= to, 'ends before it begins'),
    )
    .default({}),
});

/**
 * What customers may do with their orders, from a YAML or JSON file.
 *
 * @param file The rules that come with the program when absent.
 * @throws {AssistantError} CONFIGURATION_INVALID when it cannot be read, with every fault of it.
 */
export function readOrderRules(file?: string): ShopRules {
  const parsed = shopRules.safeParse(readYaml(file ?? DEFAULT_RULES));
  if (parsed.success) return parsed.data;
  const faults = parsed.error.issues.map(({ path, message }) => `${path.join('.') || 'file'}: ${message}`);
  throw new AssistantError(
    'CONFIGURATION_INVALID',
    `The order rules ${file ?? DEFAULT_RULES.pathname} are not valid: ${faults.join('; ')}`,
    { details: { faults } },
  );
}

function readYaml(file: string | URL): unknown {
  try {
    return parse(readFileSync(file, 'utf8'));
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : 'unknown fault';
    throw new AssistantError('CONFIGURATION_INVALID', `The order rules ${file} cannot be read: ${reason}`, {
      cause,
    });
  }
}

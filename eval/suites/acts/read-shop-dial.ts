import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import * as z from 'zod';
import type { ShownProduct } from '../../../src/domain/dialogue-state.ts';
import { namedProduct } from '../wording/gold.ts';
import type { ActSet, ActUtterance } from './act-set.ts';

const dialoguesSchema = z.array(
  z.object({
    utterances: z.array(z.object({ participant: z.string(), utterance: z.string(), goal: z.string() })),
  }),
);

const itemsSchema = z.array(z.looseObject({ name: z.string() }));

/** Which commands serve each goal. People who search and people who ask for advice say the same things to us. */
const GOALS = {
  recommendation: [
    'find',
    'refine',
    'gift',
    'similar',
    'more',
    'reject',
    'plan-set',
    'goes-with',
    'no-preference',
    'preference',
  ],
  search: [
    'find',
    'refine',
    'gift',
    'similar',
    'more',
    'ask-product',
    'ask-catalogue',
    'compare',
    'price',
    'availability',
    'size-fit',
  ],
  qa: ['ask-product', 'ask-catalogue', 'compare', 'price', 'availability', 'size-fit', 'ask-policy', 'why'],
  meta: [
    'greet',
    'thank',
    'goodbye',
    'affirm',
    'deny',
    'small-talk',
    'complaint',
    'basket',
    'checkout',
    'handoff',
    'out-of-scope',
  ],
} as const;

/** MG-ShopDial (SIGIR 2023): the goals of the client's turns. Two of the shop's items are on screen from the second turn on. */
export function readShopDial(folder: string): ActSet {
  const dialogues = dialoguesSchema.parse(
    JSON.parse(gunzipSync(readFileSync(join(folder, 'dialogues.json.gz'))).toString('utf8')),
  );
  const products = readdirSync(join(folder, 'items'))
    .filter((file) => file.endsWith('.json'))
    .sort()
    .flatMap((file) =>
      itemsSchema
        .parse(JSON.parse(readFileSync(join(folder, 'items', file), 'utf8')))
        .map(({ name }, at) => namedProduct(`${file}-${at}`, name, { currency: 'USD', country: 'US' })),
    );
  const shown = products.slice(0, 2).map(
    ({ productId, texts: { en } }): ShownProduct => ({
      productId,
      variantId: productId,
      title: en?.title ?? productId,
      priceMinor: 5_000,
      currency: 'USD',
      attributes: {},
    }),
  );
  const utterances = dialogues.flatMap((dialogue) =>
    dialogue.utterances
      .filter(({ participant }) => participant === 'Client')
      .map(
        ({ utterance, goal }, at): ActUtterance => ({
          text: utterance,
          labels: [goal],
          shown: at < 2 ? [] : shown,
        }),
      ),
  );
  return { name: 'mg_shopdial', products, utterances, commandsOf: GOALS };
}

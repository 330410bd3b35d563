import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import * as z from 'zod';
import type { ShownProduct } from '../../../src/domain/dialogue-state.ts';
import type { Product } from '../../../src/domain/product.ts';
import { namedProduct } from '../wording/gold.ts';
import type { ActSet, ActUtterance } from './act-set.ts';

const annotationSchema = z.object({
  act: z.string(),
  act_attributes: z.object({
    slot_values: z.record(z.string(), z.unknown()),
    objects: z.array(z.number()),
  }),
});

const dialoguesSchema = z.object({
  dialogue_data: z.array(
    z.object({
      dialogue: z.array(
        z.object({
          transcript: z.string(),
          transcript_annotated: annotationSchema,
          system_transcript_annotated: annotationSchema,
        }),
      ),
    }),
  ),
});

type Annotation = z.infer<typeof annotationSchema>;

/** Slots that are attributes of products, by the name that shops use for them. */
const ATTRIBUTES: Readonly<Record<string, string>> = {
  color: 'color',
  pattern: 'pattern',
  sleeveLength: 'sleeve_length',
  size: 'size',
  material: 'material',
};

/** Which command each act is. `INFORM:DISAMBIGUATE` answers "which one?", mostly by describing where it stands in a picture. */
const ACTS = {
  'REQUEST:GET': ['find', 'gift', 'more', 'ask-catalogue', 'plan-set'],
  'INFORM:REFINE': ['refine', 'more', 'reject'],
  'INFORM:GET': ['similar'],
  'REQUEST:COMPARE': ['compare'],
  'ASK:GET': ['ask-product', 'price', 'availability', 'size-fit', 'why'],
  'REQUEST:ADD_TO_CART': ['basket'],
  'INFORM:DISAMBIGUATE': ['ask-product', 'affirm', 'refine'],
} as const;

/** SIMMC 2 (arXiv 2104.08667): the acts of the shopper's turns, said after what the assistant had shown. */
export function readSimmc(file: string): ActSet {
  const { dialogue_data: dialogues } = dialoguesSchema.parse(
    JSON.parse(gunzipSync(readFileSync(file)).toString('utf8')),
  );
  const annotations = dialogues.flatMap(({ dialogue }) =>
    dialogue.flatMap((turn) => [turn.transcript_annotated, turn.system_transcript_annotated]),
  );
  const utterances = dialogues.flatMap(({ dialogue }): ActUtterance[] =>
    dialogue.map(({ transcript, transcript_annotated: { act } }, turn) => ({
      text: transcript,
      labels: [act],
      type: wantedType(dialogue.slice(0, turn).map((earlier) => earlier.transcript_annotated)),
      shown: turn === 0 ? [] : toShown(dialogue[turn - 1]?.system_transcript_annotated),
    })),
  );
  return { name: 'simmc2', products: catalogueOf(annotations), utterances, commandsOf: ACTS };
}

function wantedType(before: readonly Annotation[]): string | undefined {
  const types = before.flatMap(({ act_attributes }) => {
    const { type } = act_attributes.slot_values;
    return typeof type === 'string' ? [type] : [];
  });
  return types.at(-1);
}

function toShown(said: Annotation | undefined): ShownProduct[] {
  const { objects = [], slot_values: slots = {} } = said?.act_attributes ?? {};
  return objects.map((object) => {
    const own = slots[`Object ID: ${object}`];
    return {
      productId: String(object),
      variantId: String(object),
      title: String(object),
      priceMinor: 5_000,
      currency: 'USD',
      attributes: attributesOf({ ...slots, ...(typeof own === 'object' ? own : {}) }),
    };
  });
}

function attributesOf(slots: Readonly<Record<string, unknown>>): Record<string, string[]> {
  return Object.fromEntries(
    Object.entries(slots).flatMap(([slot, value]) => {
      const attribute = ATTRIBUTES[slot];
      return attribute === undefined || typeof value !== 'string' ? [] : [[attribute, value.split(', ')]];
    }),
  );
}

/** A shop that has every kind of thing and every value that anybody speaks of. */
function catalogueOf(annotations: readonly Annotation[]): Product[] {
  const place = { currency: 'USD', country: 'US' };
  const seen = new Map<string, Product>();
  for (const { act_attributes } of annotations) {
    const { slot_values: slots } = act_attributes;
    const { type, brand } = slots;
    if (typeof type !== 'string') continue;
    const attributes = attributesOf(slots);
    const key = JSON.stringify([type, brand, attributes]);
    if (seen.has(key)) continue;
    const rest = { ...place, attributes, ...(typeof brand === 'string' ? { brand } : {}) };
    seen.set(key, namedProduct(`p${seen.size}`, type, rest));
  }
  return [...seen.values()];
}

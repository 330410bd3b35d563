import { type PlacedChoice, withChoice } from '../dialogue/order-form.ts';
import {
  ORDER_STATUSES,
  type OrderWrite,
  type PostalAddress,
  type WriteEffect,
  type WritePreview,
} from '../domain/commerce.ts';
import type { OpenForm } from '../domain/dialogue-state.ts';
import type { OrderMatter } from '../domain/order-steps.ts';
import type { Choice } from '../text/match-choices.ts';
import { holdsLabel, matchChoices, placesNamed } from '../text/match-choices.ts';
import type { OrderDesk, OrderResult } from './order-desk.ts';
import { labelled, optionLabels } from './view-order.ts';

/** Choices made in a row from the words of one message; a write has fewer. */
const MOST_CHOICES = 30;

/**
 * Asks the shop's rules what is still open about a write, fills in what the words already say, and comes to a question, a proposal or a
 * refusal. Nothing is written.
 *
 * @param said Words that may hold choices; empty when all of them were heard.
 */
export async function advanceWrite(
  write: OrderWrite,
  said: string,
  desk: OrderDesk,
  { changed = false }: { readonly changed?: boolean } = {},
): Promise<OrderResult> {
  if (!desk.commerce.abilities.has(write.type))
    return refuse(write, { kind: 'refused', refusal: 'not-offered' }, desk);
  let present = write;
  for (let made = 0; made < MOST_CHOICES; made += 1) {
    const preview = await desk.commerce.preview(present, desk.buyer, desk.signal);
    if (preview.kind === 'refused') return refuse(present, preview, desk);
    if (preview.kind === 'allowed')
      return propose(present, preview, { changed, reasons: await reasonsOf(present, desk) }, desk);
    const { missing } = preview;
    if (missing.field === 'address') return askAddress(present, {});
    const places = placesSaid(missing, said, desk);
    const next = places.length === 0 ? present : withChoice(present, missing, places);
    if (next === present) return askChoice(present, missing, desk);
    present = next;
  }
  return refuse(present, { kind: 'refused', refusal: 'not-offered' }, desk);
}

/** What the words choose, when it is one; lines of which there is only one need none, nor does the only way to pay. */
function placesSaid(missing: PlacedChoice, said: string, desk: OrderDesk): readonly number[] {
  const isNoChoice = missing.field === 'lines' || missing.field === 'method';
  if (isNoChoice && missing.options.length === 1) return [0];
  const choices = choicesOf(missing, desk);
  const { language } = desk.context;
  const titles = missing.field === 'lines' ? missing.options.map(({ title }) => title) : [];
  const named = placesNamed(said, titles, language);
  if (named.length > 1) return named;
  const held = choices.flatMap(({ label }, place) => (holdsLabel(said, label, language) ? [place] : []));
  // Of a reason all words count: "my order" is none of "ordered by mistake".
  const isLoose = held.length === 0 && missing.field !== 'reason';
  const places = isLoose ? matchChoices(said, choices, language).places : held;
  return places.length === 1 || (missing.field === 'lines' && held.length > 0) ? places : [];
}

/** What each option is called, none alike, and what else it may be called. */
function choicesOf(missing: PlacedChoice, { context }: OrderDesk): readonly Choice[] {
  const named = missing.field === 'reason' ? missing.options.map((label) => ({ label, alike: '' })) : [];
  const paid =
    missing.field === 'method' ? missing.options.map(({ label, kind }) => ({ label, alike: kind })) : [];
  const lines =
    missing.field === 'lines'
      ? missing.options.map((line) => ({
          label: [line.title, ...Object.values(optionLabels(line.options, context))].join(' · '),
          alike: Object.values(line.options).join(' '),
        }))
      : [];
  const variants =
    missing.field === 'replacement'
      ? missing.options.map(({ variantId, options }) => {
          const values = Object.values(optionLabels(options, context)).join(', ');
          return { label: values === '' ? variantId : values, alike: Object.values(options).join(' ') };
        })
      : [];
  return distinct([...named, ...paid, ...lines, ...variants]);
}

/** Of two of one label the later ones are counted. */
const distinct = (choices: readonly Choice[]): readonly Choice[] =>
  choices.map((choice, place) => {
    const before = choices.slice(0, place).filter(({ label }) => label === choice.label).length;
    return before === 0 ? choice : { ...choice, label: `${choice.label} (${before + 1})` };
  });

function askChoice(write: OrderWrite, missing: PlacedChoice, desk: OrderDesk): OrderResult {
  const choices = choicesOf(missing, desk);
  const labels = choices.map(({ label }) => label);
  return {
    step: {
      act: 'order-ask',
      about: write.type,
      field: missing.field,
      options: labels,
      ...(missing.field === 'replacement' ? { title: missing.line.title } : {}),
      again: false,
    },
    form: { write, wish: write.type, missing, labels, alike: choices.map(({ alike }) => alike) },
  };
}

type Part = 'line1' | 'postalCode' | 'city';
const PARTS: readonly Part[] = ['line1', 'postalCode', 'city'];

/** The whole address at first; of one that was read in part, the first part that is missing. */
export function askAddress(write: OrderWrite, known: Partial<PostalAddress>): OrderResult {
  const part = PARTS.find((each) => known[each] === undefined);
  const isWhole = Object.keys(known).length === 0 || part === undefined;
  const field = isWhole ? 'address' : 'address-part';
  return {
    step: {
      act: 'order-ask',
      about: write.type,
      field,
      ...(isWhole ? {} : { part }),
      options: [],
      again: false,
    },
    form: {
      write,
      wish: write.type,
      missing: isWhole ? { field: 'address' } : { field: 'address-part', part },
      ...(isWhole ? {} : { address: known }),
      labels: [],
    },
  };
}

function propose(
  write: OrderWrite,
  preview: Extract<WritePreview, { kind: 'allowed' }>,
  { changed, reasons }: { readonly changed: boolean; readonly reasons: readonly string[] },
  { context }: OrderDesk,
): OrderResult {
  return {
    step: {
      act: 'order-proposal',
      ...numberOf(write),
      effects: preview.effects.map((effect) => withLabels(effect, context)),
      changed,
    },
    // Of the message that shows it: nobody else can know or make another one alike.
    proposal: {
      proposalId: context.audience.seed,
      write,
      digest: preview.digest,
      ...(reasons.length === 0 ? {} : { reasons }),
    },
  };
}

/** Of a cancellation with a reason: all that the shop's rules accept. */
async function reasonsOf(
  write: OrderWrite,
  { commerce, buyer, signal }: OrderDesk,
): Promise<readonly string[]> {
  if (write.type !== 'cancel-order' || write.reason === undefined) return [];
  const { type, orderNumber } = write;
  const preview = await commerce.preview({ type, orderNumber }, buyer, signal);
  return preview.kind === 'incomplete' && preview.missing.field === 'reason' ? preview.missing.options : [];
}

/** Options of lines in the shopper's language. */
export const withLabels = (effect: WriteEffect, context: OrderDesk['context']): WriteEffect =>
  effect.kind === 'line-in' || effect.kind === 'line-out'
    ? { ...effect, line: labelled(effect.line, context) }
    : effect;

export function refuse(
  write: OrderWrite,
  { refusal, facts = {} }: Extract<WritePreview, { kind: 'refused' }>,
  { words, context }: OrderDesk,
): OrderResult {
  if (refusal === 'no-such-order')
    return { step: { act: 'order-unknown', ...numberOf(write) }, isStuck: true };
  const about: OrderMatter = write.type;
  if (refusal === 'not-signed-in') return { step: { act: 'order-sign-in', about }, isStuck: true };
  const status = ORDER_STATUSES.find((each) => each === facts.status);
  return {
    step: {
      act: 'order-refused',
      about,
      refusal,
      ...numberOf(write),
      facts: { ...facts, ...(status === undefined ? {} : { status: words.status(status) }) },
    },
    isStuck: true,
    ...(context.state.offer === undefined ? {} : { offer: context.state.offer }),
  };
}

export const numberOf = (write: OrderWrite): { orderNumber?: string } =>
  'orderNumber' in write ? { orderNumber: write.orderNumber } : {};

/** Places of the answers among the labels of a form; several where the words leave several open. */
export function placesAnswered(
  { labels, alike = [] }: OpenForm,
  values: readonly string[],
  { context }: OrderDesk,
): readonly number[] {
  const choices = labels.map((label, place) => ({ label, alike: alike[place] ?? '' }));
  return [...new Set(values.flatMap((value) => matchChoices(value, choices, context.language).places))];
}

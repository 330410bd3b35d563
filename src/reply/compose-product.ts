import type { ComposedReply, PlannedProduct, ReplyStep } from '../domain/reply-plan.ts';
import { evidenceOf, priceClaim, titleClaim, valueClaims } from './product-facts.ts';
import { sayAvailability } from './say-availability.ts';
import type { Speaker } from './speaker.ts';
import { reasonClaim, wordReason } from './word-reason.ts';

type AnswerStep = Extract<ReplyStep, { act: 'answer' }>;

const MAX_STATED_VALUES = 6;

/** The value asked for, or that the shop does not state it; the shop's own sentence is quoted as such. */
export function composeAnswer(speaker: Speaker, step: AnswerStep): readonly ComposedReply[] {
  const passage = sayPassage(speaker, step);
  if (step.attribute === 'price') return [sayPrice(speaker, step.product), ...passage];
  if (step.attribute === 'availability' || step.attribute === 'stock') {
    return [sayPrice(speaker, step.product), sayAvailability(speaker, step.product), ...passage];
  }
  if (step.attribute === undefined) {
    const nothingMore = passage.length === 0 ? [speaker.say('answer-no-more')] : passage;
    return [sayAbout(speaker, step.product), ...nothingMore];
  }
  return [sayValue(speaker, step, step.attribute), ...passage];
}

/** Why a product stands in the list: the reasons of its score, nothing else. */
export function composeExplain(speaker: Speaker, product: PlannedProduct): readonly ComposedReply[] {
  const { productId, title } = product.view;
  const { reasons } = product;
  if (reasons.length === 0) return [speaker.say('explain-none', { title }, [titleClaim(product)])];
  const worded = reasons.map((reason) => ({ reason, words: wordReason(speaker, reason) }));
  return [
    speaker.say(
      'explain',
      { title, count: reasons.length, reasons: worded.map(({ words }) => words).join('; ') },
      [titleClaim(product), ...worded.map(({ reason, words }) => reasonClaim(productId, reason, words))],
    ),
  ];
}

function sayValue(speaker: Speaker, step: AnswerStep, attribute: string): ComposedReply {
  const { product, values = [] } = step;
  const facts = { title: product.view.title, label: step.attributeLabel ?? attribute };
  return values.length === 0
    ? speaker.say('answer-not-stated', facts, [titleClaim(product)])
    : speaker.say('answer-value', { ...facts, values: values.join(', ') }, [
        titleClaim(product),
        ...valueClaims(product, attribute, values),
      ]);
}

function sayPrice(speaker: Speaker, product: PlannedProduct): ComposedReply {
  const { title, price, listPrice } = product.view;
  const facts = { title, price: price.formatted };
  const claims = [titleClaim(product), priceClaim(product)];
  if (listPrice === undefined) return speaker.say('answer-price', facts, claims);
  return speaker.say('answer-sale', { ...facts, listPrice: listPrice.formatted }, [
    ...claims,
    { text: listPrice.formatted, evidence: evidenceOf(product, 'list-price') },
  ]);
}

function sayAbout(speaker: Speaker, product: PlannedProduct): ComposedReply {
  const stated = Object.entries(product.view.attributes)
    .flatMap(([attribute, values]) => values.map((value) => ({ attribute, value })))
    .slice(0, MAX_STATED_VALUES);
  if (stated.length === 0) return sayPrice(speaker, product);
  const { title, price } = product.view;
  const values = stated.map(({ value }) => value).join(', ');
  return speaker.say('answer-about', { title, price: price.formatted, values }, [
    titleClaim(product),
    priceClaim(product),
    ...stated.flatMap(({ attribute, value }) => valueClaims(product, attribute, [value])),
  ]);
}

function sayPassage(speaker: Speaker, { product, passage }: AnswerStep): readonly ComposedReply[] {
  if (passage === undefined) return [];
  return [
    speaker.say('answer-passage', { passage: speaker.words('quoted', { text: passage }) }, [
      { text: passage, evidence: evidenceOf(product, 'text') },
    ]),
  ];
}

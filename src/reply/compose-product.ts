import { RATING } from '../domain/rating.ts';
import type { ComposedReply, PlannedProduct, ReplyStep } from '../domain/reply-plan.ts';
import { evidenceOf, priceClaim, titleClaim, valueClaims } from './product-facts.ts';
import { sayAvailability } from './say-availability.ts';
import { SEPARATOR, type Speaker } from './speaker.ts';
import { sayRating } from './word-rating.ts';
import { reasonClaim, wordReason } from './word-reason.ts';

type AnswerStep = Extract<ReplyStep, { act: 'answer' }>;

const MAX_STATED_VALUES = 6;

/** The value asked for, or that the shop does not state it; the shop's own sentence is quoted as such. */
export function composeAnswer(speaker: Speaker, step: AnswerStep): readonly ComposedReply[] {
  const { product, attribute, values = [] } = step;
  const passage = sayPassage(speaker, step, 'answer-passage');
  if (attribute === RATING) return [...sayRating(speaker, product), ...passage];
  if (attribute === 'price') return [sayPrice(speaker, product), ...passage];
  if (attribute === 'availability' || attribute === 'stock') {
    return [sayPrice(speaker, product), sayAvailability(speaker, product), ...passage];
  }
  if (attribute === undefined) {
    const answer = passage.length === 0 ? [speaker.say('answer-no-more')] : passage;
    return [sayAbout(speaker, product), ...answer];
  }
  if (values.length > 0) return [sayValues(speaker, step, attribute, values), ...passage];
  return passage.length === 0
    ? [sayNotStated(speaker, step, attribute)]
    : sayPassage(speaker, step, 'answer-passage-about');
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
      { title, count: reasons.length, reasons: worded.map(({ words }) => words).join(SEPARATOR) },
      [titleClaim(product), ...worded.map(({ reason, words }) => reasonClaim(productId, reason, words))],
    ),
  ];
}

function sayValues(
  speaker: Speaker,
  { product, attributeLabel }: AnswerStep,
  attribute: string,
  values: readonly string[],
): ComposedReply {
  const facts = {
    title: product.view.title,
    label: attributeLabel ?? attribute,
    values: speaker.series(values),
  };
  return speaker.say('answer-value', facts, [
    titleClaim(product),
    ...valueClaims(product, attribute, values),
  ]);
}

function sayNotStated(
  speaker: Speaker,
  { product, attributeLabel }: AnswerStep,
  attribute: string,
): ComposedReply {
  const facts = { title: product.view.title, label: attributeLabel ?? attribute };
  return speaker.say('answer-not-stated', facts, [titleClaim(product)]);
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
  const values = speaker.series(stated.map(({ value }) => value));
  return speaker.say('answer-about', { title, price: price.formatted, values }, [
    titleClaim(product),
    priceClaim(product),
    ...stated.flatMap(({ attribute, value }) => valueClaims(product, attribute, [value])),
  ]);
}

/** @param key Names the product again when nothing was said of it before. */
function sayPassage(
  speaker: Speaker,
  { product, passage, passageEvidence }: AnswerStep,
  key: 'answer-passage' | 'answer-passage-about',
): readonly ComposedReply[] {
  if (passage === undefined) return [];
  const quoted = speaker.words('quoted', { text: passage });
  const title = key === 'answer-passage' ? {} : { title: product.view.title };
  const claims = [
    titleClaim(product),
    { text: passage, evidence: passageEvidence ?? evidenceOf(product, 'text') },
  ];
  return [speaker.say(key, { passage: quoted, ...title }, claims)];
}

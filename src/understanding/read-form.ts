import type { Command } from '../domain/command.ts';
import type { DialogueState, OpenForm } from '../domain/dialogue-state.ts';
import { isStopWord, normalise } from '../text/analyze.ts';
import { type Choice, holdsLabel, matchChoices } from '../text/match-choices.ts';
import { readAddress } from '../text/read-address.ts';
import { wordsOf } from './make-message.ts';
import type { Message } from './message.ts';
import { has, isEmpty, referencesOf } from './message-content.ts';
import type { Atom } from './read-atoms.ts';
import { isFiller } from './span.ts';

/** The form that the turn before asked about. */
export const openForm = ({ form, turn }: DialogueState): OpenForm | undefined =>
  form?.turn === turn ? form : undefined;

/** An answer to what was asked about an order: a choice by its label, its place or its words, or an address. */
export function readForm(message: Message): Command[] | undefined {
  const { state } = message.context;
  const form = openForm(state);
  if (form === undefined) return readReason(message, state);
  const values = form.labels.length > 0 ? choicesSaid(message, form) : wordsSaid(message, form);
  return values.length === 0 ? undefined : [{ type: 'provide', values }];
}

/** Another reason than the one of the proposal of the turn before: named as the shop names it. */
function readReason(message: Message, { proposal, turn }: DialogueState): Command[] | undefined {
  const reasons = proposal?.turn === turn ? (proposal.reasons ?? []) : [];
  const text = wordsOf(message);
  const named = reasons.filter((reason) => holdsLabel(text, reason, message.grammar.language));
  return named.length === 1 ? [{ type: 'provide', values: named }] : undefined;
}

const MOST_VALUES = 20;
const LONGEST_VALUE = 400;

function choicesSaid(message: Message, form: OpenForm): string[] {
  const { labels, missing } = form;
  const text = wordsOf(message);
  if (missing.field === 'lines' && has(message, 'every')) return labels.slice(0, MOST_VALUES);
  const choices = labels.map((label, place) => ({ label, alike: form.alike?.[place] ?? '' }));
  const parts = missing.field === 'lines' ? partsOf(message) : [text];
  const named = parts.map((part) => choiceSaid(part, choices, message));
  if (named.every((labelsOfPart) => labelsOfPart.length > 0)) return [...new Set(named.flat())];
  return choiceSaid(text, choices, message);
}

/** The label that a text names, or the text itself where it leaves several open. */
function choiceSaid(text: string, choices: readonly Choice[], message: Message): string[] {
  const { language } = message.grammar;
  const { places, isWhole } = matchChoices(text, choices, language);
  const isAnswer = isWhole || saysNothingElse(message);
  const [place = -1] = places;
  const label = choices[place]?.label;
  if (label !== undefined && places.length === 1 && (isAnswer || holdsLabel(text, label, language)))
    return [label];
  if (places.length > 1 && isWhole) return [text.slice(0, LONGEST_VALUE)];
  const held = choices.filter((choice) => holdsLabel(text, choice.label, language));
  if (held.length === 1) return held.map((choice) => choice.label);
  return places.length > 0 ? [] : placeSaid(text, choices, message);
}

/** "The second", "2". */
function placeSaid(text: string, choices: readonly Choice[], message: Message): string[] {
  const references = referencesOf(message);
  const positions = /^\p{N}$/u.test(text.trim())
    ? [Number(normalise(text.trim()))]
    : references.flatMap((reference) => (reference.kind === 'ordinal' ? [reference.position] : []));
  if (!isEmpty(message.wish) && positions.length > 0 && references.length > 0) return [];
  return positions.flatMap((position) => choices.at(position < 0 ? position : position - 1)?.label ?? []);
}

/** What commas and words such as "and" part. */
function partsOf(message: Message): string[] {
  const { atoms, grammar } = message;
  const parts: Atom[][] = [[]];
  for (const atom of atoms)
    if (atom.normal === ',' || grammar.coordinators.includes(atom.normal)) parts.push([]);
    else parts.at(-1)?.push(atom);
  return parts.flatMap((part) => {
    const [first] = part;
    return first === undefined ? [] : [message.text.slice(first.start, part.at(-1)?.end)];
  });
}

/** Names nothing that is done or priced: words beside the choice then say nothing else. */
const saysNothingElse = ({ spans }: Message): boolean =>
  spans.every((span) => (span.meaning.kind !== 'cue' || isFiller(span)) && span.meaning.kind !== 'price');

/** The address, or the part of one, that a message holds. */
function wordsSaid(message: Message, form: OpenForm): string[] {
  const text = withoutOpening(message);
  const isPlain = message.spans.every((span) => span.meaning.kind !== 'cue' || isFiller(span));
  const isAnswer = isAddressAnswer(text, form, message.context.market.country);
  const isFull = isWholeAddress(text, message.context.market.country);
  return isAnswer && (isPlain || isFull) ? [text.slice(0, LONGEST_VALUE)] : [];
}

/** "My new address is" goes before it. */
function withoutOpening({ text, atoms, spans, grammar }: Message): string {
  const opening = spans.findLast(({ meaning }) => meaning.kind === 'cue' && meaning.cue === 'change-address');
  const rest = opening === undefined ? atoms : atoms.slice(opening.to);
  const from = opening === undefined ? 0 : rest.findIndex((atom) => !isStopWord(atom, grammar.language));
  return text.slice(rest[Math.max(from, 0)]?.start ?? 0, atoms.at(-1)?.end).trim();
}

const LONGEST_CODE = 12;
const LONGEST_PART = 80;

/** Whether a text could be what a form without choices asks for: in whatever language the address is. */
export function isAddressAnswer(text: string, { missing }: OpenForm, country: string): boolean {
  if (missing.field === 'address') {
    const { line1, postalCode } = readAddress(text, country);
    return line1 !== undefined || postalCode !== undefined;
  }
  if (missing.field !== 'address-part' || text.length > LONGEST_PART || /[?？]/u.test(text)) return false;
  const hasFigure = /\p{N}/u.test(text);
  const hasLetter = /\p{L}/u.test(text);
  switch (missing.part) {
    case 'postalCode':
      return hasFigure && text.trim().length <= LONGEST_CODE;
    case 'line1':
      return hasLetter;
    case 'city':
      return hasLetter && !hasFigure;
  }
}

function isWholeAddress(text: string, country: string): boolean {
  const { line1, postalCode } = readAddress(text, country);
  return line1 !== undefined && postalCode !== undefined;
}

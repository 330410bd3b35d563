import type { DocumentQuote, PolicyStep } from '../domain/policy-step.ts';
import type { ComposedReply } from '../domain/reply-plan.ts';
import type { Claim } from '../domain/turn.ts';
import type { Speaker } from './speaker.ts';

/** Quoted with its source; texts that contradict each other both, the newer named as such. */
export function composePolicy(speaker: Speaker, { quotes, aside }: PolicyStep): readonly ComposedReply[] {
  const [newer, older] = quotes;
  if (newer === undefined) return [speaker.say('policy-not-stated')];
  if (older === undefined) return [sayAnswer(speaker, newer, aside), ...sayLanguage(speaker, newer)];
  const isDated = newer.updatedAtMs > older.updatedAtMs;
  return [
    speaker.say('policy-conflict'),
    isDated ? sayDated(speaker, newer, 'policy-newer') : sayAnswer(speaker, newer, undefined),
    isDated ? sayDated(speaker, older, 'policy-older') : sayAnswer(speaker, older, undefined),
    ...sayLanguage(speaker, older),
  ];
}

function sayAnswer(speaker: Speaker, quote: DocumentQuote, aside: string | undefined): ComposedReply {
  const { values, claims } = quoted(speaker, quote);
  return aside === undefined
    ? speaker.say('policy-answer', values, claims)
    : speaker.say(
        'policy-in-general',
        { ...values, aside: speaker.words('quoted', { text: aside }) },
        claims,
      );
}

function sayDated(
  speaker: Speaker,
  quote: DocumentQuote,
  key: 'policy-newer' | 'policy-older',
): ComposedReply {
  const { values, claims } = quoted(speaker, quote);
  const date = dateOf(quote, speaker);
  return speaker.say(key, { ...values, date }, [...claims, { text: date, evidence: evidenceOf(quote) }]);
}

function quoted(speaker: Speaker, quote: DocumentQuote) {
  const { title, heading, text } = quote;
  const source = heading === undefined ? title : `${title} › ${heading}`;
  const evidence = evidenceOf(quote);
  const claims: Claim[] = [
    { text, evidence },
    { text: source, evidence },
  ];
  return { values: { source, passage: speaker.words('quoted', { text }) }, claims };
}

const evidenceOf = ({ documentId, passage }: DocumentQuote): string => `document:${documentId}#${passage}`;

/** Said where the words quoted are in another language than the answer. */
function sayLanguage(speaker: Speaker, { language }: DocumentQuote): readonly ComposedReply[] {
  if (language === speaker.language) return [];
  const names = new Intl.DisplayNames([speaker.language], { type: 'language' });
  return [speaker.say('policy-language', { name: names.of(language) ?? language })];
}

const dateOf = ({ updatedAtMs }: DocumentQuote, { locale }: Speaker): string =>
  new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeZone: 'UTC' }).format(updatedAtMs);

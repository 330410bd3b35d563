import type { DocumentQuote, PolicyStep } from '../domain/policy-step.ts';
import type { ComposedReply } from '../domain/reply-plan.ts';
import type { Claim } from '../domain/turn.ts';
import type { Speaker } from './speaker.ts';

/** Quoted with its source; texts that contradict each other both, the newer named as such. */
export function composePolicy(speaker: Speaker, { quotes }: PolicyStep): readonly ComposedReply[] {
  const [newer, older] = quotes;
  if (newer === undefined) return [speaker.say('policy-not-stated')];
  if (older === undefined) return [sayQuote(speaker, newer, 'policy-answer'), ...sayLanguage(speaker, newer)];
  const isDated = newer.updatedAtMs > older.updatedAtMs;
  return [
    speaker.say('policy-conflict'),
    sayQuote(speaker, newer, isDated ? 'policy-newer' : 'policy-answer'),
    sayQuote(speaker, older, isDated ? 'policy-older' : 'policy-answer'),
    ...sayLanguage(speaker, older),
  ];
}

function sayQuote(
  speaker: Speaker,
  quote: DocumentQuote,
  key: 'policy-answer' | 'policy-newer' | 'policy-older',
): ComposedReply {
  const { title, heading, text } = quote;
  const source = heading === undefined ? title : `${title} › ${heading}`;
  const date = dateOf(quote, speaker);
  const evidence = evidenceOf(quote);
  const claims: Claim[] = [
    { text, evidence },
    { text: source, evidence },
    ...(key === 'policy-answer' ? [] : [{ text: date, evidence }]),
  ];
  const values = { source, passage: speaker.words('quoted', { text }) };
  return speaker.say(key, key === 'policy-answer' ? values : { ...values, date }, claims);
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

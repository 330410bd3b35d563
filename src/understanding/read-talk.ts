import type { Command } from '../domain/command.ts';
import type { Message } from './message.ts';
import { has, isEmpty, wantsNothing } from './message-content.ts';

export function readOffTopic(message: Message): Command[] | undefined {
  const opening = message.spans.find(({ meaning }) => meaning.kind === 'cue' && meaning.cue === 'off-topic');
  if (opening === undefined) return undefined;
  const shops = message.wish.constraints.some(({ known }) => known);
  const asksShop = has(message, 'find') || has(message, 'gift');
  const named = message.spans.some((span) => span.from < opening.from && NAMING.has(span.meaning.kind));
  return shops && (asksShop || named) ? undefined : [{ type: 'out-of-scope' }];
}

/** "Write me a poem about shoes" is off topic however much it names; "shoes for the weather in Rome" is not. */
const NAMING: ReadonlySet<string> = new Set([
  'concepts',
  'compound',
  'shop-type',
  'values',
  'brand',
  'price',
]);

/** A wish for another language and nothing else: what was asked for is shown again, or asked for. */
export function readLanguage(message: Message): Command[] | undefined {
  const points = message.spans.some(({ meaning }) => meaning.kind === 'references');
  if (!has(message, 'language') || !isEmpty(message.wish) || points) return undefined;
  const { need } = message.context.state;
  return wantsNothing(need)
    ? [{ type: 'greet' }]
    : [{ type: 'refine', query: '', constraints: [], drop: [] }];
}

export function readSmallTalk({ spans }: Message): Command[] | undefined {
  const types = new Set<'greet' | 'thank' | 'goodbye'>();
  for (const { meaning } of spans) {
    if (meaning.kind !== 'cue') continue;
    if (meaning.cue === 'greet' || meaning.cue === 'thank' || meaning.cue === 'goodbye')
      types.add(meaning.cue);
  }
  return types.size === 0 ? undefined : [...types].map((type) => ({ type }));
}

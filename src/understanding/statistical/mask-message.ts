import type { Message } from '../message.ts';
import { isFiller, type Meaning } from '../span.ts';

/**
 * What a message says, with what only one shop or shopper says replaced: things, values, amounts and numbers are what they
 * are, not which. What is learned of one shop so holds for others.
 */
export function maskMessage({ atoms, spans }: Pick<Message, 'atoms' | 'spans'>): string {
  const masks = new Map(
    spans.flatMap(({ from, to, meaning }) => {
      const mask = maskOf(meaning);
      return mask === undefined ? [] : [[from, { to, mask }] as const];
    }),
  );
  const words: string[] = [];
  for (let at = 0; at < atoms.length; ) {
    const { normal = '' } = atoms[at] ?? {};
    const span = masks.get(at);
    words.push(span?.mask ?? (FIGURE.test(normal) ? MASKS.figure : normal));
    at = span?.to ?? at + 1;
  }
  const cues = spans.flatMap((span) =>
    span.meaning.kind === 'cue' && !isFiller(span) ? [`0cue${span.meaning.cue.replaceAll('-', '')}`] : [],
  );
  return [...words, ...new Set(cues)].join(' ');
}

const FIGURE = /^\p{N}/u;

/** Figures begin no word of a language, so that no utterance says a mask by chance. */
const MASKS = {
  figure: '0number',
  thing: '0thing',
  value: '0value',
  money: '0money',
  amount: '0amount',
};

const VALUE_KINDS: ReadonlySet<string> = new Set(['color', 'material', 'pattern', 'gender']);

function maskOf(meaning: Meaning): string | undefined {
  switch (meaning.kind) {
    case 'shop-type':
    case 'compound':
      return MASKS.thing;
    case 'concepts': {
      const kind = meaning.concepts[0]?.kind ?? '';
      if (kind === 'type') return MASKS.thing;
      return VALUE_KINDS.has(kind) ? MASKS.value : undefined;
    }
    case 'values':
    case 'size':
    case 'brand':
      return MASKS.value;
    case 'amount':
    case 'price':
      return MASKS.money;
    case 'amounts':
      return MASKS.amount;
    default:
      return undefined;
  }
}

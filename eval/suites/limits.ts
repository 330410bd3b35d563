import type { Turn } from '../../src/domain/turn.ts';
import { analyzeTerms } from '../../src/text/analyze.ts';
import { SPOKEN_LANGUAGES, type SpokenLanguage } from '../../src/text/languages.ts';
import { concept, conceptLabel } from '../../src/text/lexicon/index.ts';
import { type Shopper, startShopping } from './limits/shopper.ts';

/** Kinds of things of general retail; a shop that sells none of a kind answers with what hangs beside. */
const KINDS =
  'jacket scarf lamp sofa shoe headphones bag guitar plant chair knife watch necklace sock backpack camera'.split(
    ' ',
  );
const COLORS = ['red', 'black', 'blue'];
const LIMITS = [20, 30, 60, 150];
const CHIPS_TRIED = 2;

interface Phrases {
  readonly wish: (kind: string, limit: number, currency: string) => string;
  readonly refuse: (color: string) => string;
  readonly cheaper: string;
}

const PHRASES = {
  en: {
    wish: (kind, limit, currency) => `I am looking for a ${kind} under ${limit} ${currency}`,
    refuse: (color) => `not ${color}`,
    cheaper: 'cheaper',
  },
  de: {
    wish: (kind, limit, currency) => `Ich suche ${kind} unter ${limit} ${currency}`,
    refuse: (color) => `nicht ${color}`,
    cheaper: 'günstiger',
  },
  fr: {
    wish: (kind, limit, currency) => `Je cherche ${kind} à moins de ${limit} ${currency}`,
    refuse: (color) => `pas ${color}`,
    cheaper: 'moins cher',
  },
  es: {
    wish: (kind, limit, currency) => `Busco ${kind} por menos de ${limit} ${currency}`,
    refuse: (color) => `que no sea ${color}`,
    cheaper: 'más barato',
  },
} satisfies Readonly<Record<SpokenLanguage, Phrases>>;

export interface LimitsResult {
  readonly suite: 'limits';
  readonly data: { readonly url: string; readonly currency: string };
  /** Turns held, and how often each promise was broken. */
  readonly metrics: {
    turns: number;
    overPrice: number;
    refusedShown: number;
    wrongLanguage: number;
    wrongSums: number;
    wrongChips: number;
    notCheaper: number;
    /** "Cheaper" where the answer says that nothing is. */
    nothingCheaper: number;
    withoutReason: number;
    empty: number;
  };
  readonly seconds: number;
  readonly rssMb: number;
  readonly seed: null;
}

/** Holds short conversations with a running server, in every language, and counts the promises that are broken. */
export async function runLimits({
  url,
  market,
}: {
  readonly url: string;
  readonly market?: string;
}): Promise<LimitsResult> {
  const startedMs = performance.now();
  const metrics: LimitsResult['metrics'] = {
    turns: 0,
    overPrice: 0,
    refusedShown: 0,
    wrongLanguage: 0,
    wrongSums: 0,
    wrongChips: 0,
    notCheaper: 0,
    nothingCheaper: 0,
    withoutReason: 0,
    empty: 0,
  };
  let currency = '';
  for (const [language, { wish, refuse, cheaper }] of Object.entries(PHRASES)) {
    for (const [position, kind] of KINDS.entries()) {
      const limit = LIMITS[position % LIMITS.length] ?? 30;
      const color = COLORS[position % COLORS.length] ?? 'red';
      const shopper = await startShopping(url, language, market);
      const judged = (turn: Turn) => judgeTurn(turn, language, metrics);
      const first = judged(await shopper.say(wish(labelOf('type', kind, language), limit, shopper.currency)));
      currency = shopper.currency;
      countOverPrice(first, limit, metrics);
      const refused = judged(await shopper.say(refuse(labelOf('color', color, language))));
      countOverPrice(refused, limit, metrics);
      if (refused.products.some((product) => mentions(product, color))) metrics.refusedShown += 1;
      await countChips(
        refused,
        {
          url,
          language,
          market,
          says: [
            wish(labelOf('type', kind, language), limit, currency),
            refuse(labelOf('color', color, language)),
          ],
        },
        metrics,
      );
      countCheaper(refused, judged(await shopper.say(cheaper)), metrics);
    }
  }
  return {
    suite: 'limits',
    data: { url, currency },
    metrics,
    seconds: (performance.now() - startedMs) / 1_000,
    rssMb: process.memoryUsage.rss() / 1_048_576,
    seed: null,
  };
}

function labelOf(kind: 'type' | 'color', id: string, language: SpokenLanguage): string {
  const found = concept(kind, id);
  return found === undefined ? id : conceptLabel(found, language);
}

function judgeTurn(turn: Turn, language: SpokenLanguage, metrics: LimitsResult['metrics']): Turn {
  metrics.turns += 1;
  if (turn.language !== language) metrics.wrongLanguage += 1;
  if (turn.products.length === 0) metrics.empty += 1;
  for (const { score = 0, parts = [], reasons = [] } of turn.products) {
    const sum = parts.reduce((total, { contribution }) => total + contribution, 0);
    if (Math.abs(sum - score) > 1e-6) metrics.wrongSums += 1;
    if (reasons.length === 0) metrics.withoutReason += 1;
  }
  return turn;
}

function countOverPrice({ products }: Turn, limit: number, metrics: LimitsResult['metrics']): void {
  metrics.overPrice += products.filter(({ price }) => price.amountMinor >= limit * 100).length;
}

function mentions({ title, description = '' }: Turn['products'][number], color: string): boolean {
  return SPOKEN_LANGUAGES.some((language) => {
    const terms = new Set(analyzeTerms(`${title}\n${description}`, language));
    return analyzeTerms(labelOf('color', color, language), language).every((term) => terms.has(term));
  });
}

function countCheaper(before: Turn, after: Turn, metrics: LimitsResult['metrics']): void {
  const dearest = ({ products }: Turn) => Math.max(...products.map(({ price }) => price.amountMinor));
  if (dearest(after) < dearest(before)) return;
  if (after.relaxed?.some(({ attribute }) => attribute === 'price') === true) metrics.nothingCheaper += 1;
  else metrics.notCheaper += 1;
}

async function countChips(
  turn: Turn,
  again: {
    readonly url: string;
    readonly language: SpokenLanguage;
    readonly market: string | undefined;
    readonly says: readonly string[];
  },
  metrics: LimitsResult['metrics'],
): Promise<void> {
  for (const chip of turn.chips.slice(0, CHIPS_TRIED)) {
    const shopper: Shopper = await startShopping(again.url, again.language, again.market);
    for (const text of again.says) await shopper.say(text);
    const tapped = await shopper.say(chip.message);
    if (tapped.total !== chip.count) metrics.wrongChips += 1;
  }
}

import { fileURLToPath } from 'node:url';
import { currencyExponent } from '../../src/domain/money.ts';
import type { Constraint } from '../../src/domain/need.ts';
import { createLanguageDetector } from '../../src/text/detect-language.ts';
import { createEmbeddedParser } from '../../src/understanding/embedded-parser.ts';
import type { ParseContext, Parser } from '../../src/understanding/parser.ts';
import { buildVocabulary } from '../../src/understanding/vocabulary.ts';
import type { SuiteResult } from '../print-result.ts';
import { UNDERSTAND_STATES } from './understand-states.ts';
import type { WordedRequest, WordedRequests } from './wording/gold.ts';
import { readEsciConversational } from './wording/read-esci-conversational.ts';
import { readShoppingBench } from './wording/read-shopping-bench.ts';

export interface WordingOptions {
  /** A folder with `product.jsonl.gz`, `shop.jsonl.gz` and `voucher.jsonl.gz`. */
  readonly shoppingbench?: string;
  /** A CSV file with `query_id` and `query`. */
  readonly esci?: string;
}

const ANNOTATIONS = fileURLToPath(new URL('../cases/wording/esci-conversational.json', import.meta.url));
const MOST_FAILURES = 60;

/**
 * Price limits and brands that stand in the wording of requests, as the embedded parser finds them. A limit is a hit when its side and
 * its amount are right; a brand, when a constraint names it as wanted, however strictly. F1 over all requests of a set: several limits
 * in one request count each, a repeated one once.
 */
export async function runWording(options: WordingOptions): Promise<SuiteResult> {
  const started = performance.now();
  const sets: WordedRequests[] = [
    ...(options.shoppingbench === undefined ? [] : [readShoppingBench(options.shoppingbench)]),
    ...(options.esci === undefined ? [] : [await readEsciConversational(options.esci, ANNOTATIONS)]),
  ];
  const judged = [];
  for (const set of sets) judged.push([set.name, await judgeSet(set)] as const);
  return {
    suite: 'wording',
    data: Object.fromEntries(sets.map(({ name, requests }) => [name, requests.length])),
    metrics: Object.fromEntries(judged.map(([name, { price, brand }]) => [name, { price, brand }])),
    failures: judged.flatMap(([, { failures }]) => failures),
    seconds: (performance.now() - started) / 1_000,
    rssMb: process.memoryUsage.rss() / 2 ** 20,
    seed: null,
  };
}

async function judgeSet(set: WordedRequests) {
  const parser = createEmbeddedParser({
    vocabulary: await buildVocabulary(set.products),
    detector: createLanguageDetector(),
  });
  const price = { hits: 0, wanted: 0, found: 0 };
  const brand = { hits: 0, wanted: 0, found: 0 };
  const failures: object[] = [];
  for (const request of set.requests) {
    const constraints = await constraintsOf(parser, request, set);
    const limits = limitsIn(constraints, set.currency);
    const brands = brandsIn(constraints);
    const goldLimits = new Set(request.limits.map(({ side, amount }) => `${side} ${amount}`));
    const goldBrands = new Set(request.brands.map((name) => name.toLowerCase()));
    const right = [count(price, goldLimits, limits), count(brand, goldBrands, brands)].every(Boolean);
    if (right || failures.length >= MOST_FAILURES) continue;
    failures.push({
      say: request.text,
      expected: [...goldLimits, ...goldBrands].join(', '),
      got: [...limits, ...brands].join(', '),
    });
  }
  return { price: f1(price), brand: f1(brand), failures };
}

/** Of all commands of the message. */
async function constraintsOf(parser: Parser, { text }: WordedRequest, set: WordedRequests) {
  const { none: state } = UNDERSTAND_STATES;
  if (state === undefined) return [];
  const context: ParseContext = {
    language: 'en',
    locale: 'en',
    market: { country: set.country, currency: set.currency, languages: ['en'] },
    state,
    turn: 1,
  };
  const { commands } = await parser.parse(text, context, new AbortController().signal);
  return commands.flatMap((command) => ('constraints' in command ? command.constraints : []));
}

function limitsIn(constraints: readonly Constraint[], currency: string): Set<string> {
  const minor = 10 ** currencyExponent(currency);
  return new Set(
    constraints.flatMap(({ attribute, operator, value, strength }) => {
      if (attribute !== 'price' || strength === 'soft' || operator === 'ne') return [];
      const side = operator.startsWith('g') ? 'min' : 'max';
      return [`${side} ${Number(value) / minor}`];
    }),
  );
}

const brandsIn = (constraints: readonly Constraint[]): Set<string> =>
  new Set(
    constraints.flatMap(({ attribute, operator, value, known }) =>
      attribute === 'brand' && operator === 'eq' && known ? [String(value).toLowerCase()] : [],
    ),
  );

interface Counts {
  hits: number;
  wanted: number;
  found: number;
}

/** Adds to the counts; true when nothing is missing and nothing is too much. */
function count(counts: Counts, wanted: ReadonlySet<string>, found: ReadonlySet<string>): boolean {
  const hits = wanted.intersection(found).size;
  counts.hits += hits;
  counts.wanted += wanted.size;
  counts.found += found.size;
  return hits === wanted.size && hits === found.size;
}

function f1({ hits, wanted, found }: Counts) {
  const precision = found === 0 ? 1 : hits / found;
  const recall = wanted === 0 ? 1 : hits / wanted;
  return { f1: hits === 0 ? 0 : (2 * precision * recall) / (precision + recall), precision, recall, wanted };
}

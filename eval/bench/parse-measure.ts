import { readdirSync, readFileSync } from 'node:fs';
import { initialState } from '../../src/dialogue/record-list.ts';
import type { Product } from '../../src/domain/product.ts';
import { createRandom } from '../../src/domain/random.ts';
import { createLanguageDetector } from '../../src/text/detect-language.ts';
import { createEmbeddedParser } from '../../src/understanding/embedded-parser.ts';
import type { ParseContext } from '../../src/understanding/parser.ts';
import { buildVocabulary } from '../../src/understanding/vocabulary.ts';
import { UNDERSTAND_STATES } from '../suites/understand-states.ts';
import { manyProducts } from './many-products.ts';
import type { ParseMeasure, ParseTimes } from './parse.ts';

/** `parse-measure.ts <products> <rounds>`: reads the understanding cases; prints a ParseMeasure. */
const [products = 0, rounds = 1] = process.argv.slice(2).map(Number);
const NOW_MS = Date.UTC(2026, 0, 1);
/** One maker for so many products, as in large shops. */
const PRODUCTS_OF_A_MAKER = 12;
const SYLLABLES = 'ba ke lo mi nu ra se ti vo zu dan fel gor hes jun kal mor nis par tol'.split(' ');

const seconds = (sinceMs: number): number => (performance.now() - sinceMs) / 1_000;

/** Products of the demo generator with makers and model names of their own: large shops have many names. */
async function* generate(): AsyncIterable<Product> {
  const random = createRandom(1);
  const pick = () => SYLLABLES[Math.floor(random() * SYLLABLES.length)] ?? '';
  const name = (length: number) => Array.from({ length }, pick).join('');
  const makers = Array.from({ length: Math.ceil(products / PRODUCTS_OF_A_MAKER) }, () => name(3));
  for await (const item of manyProducts(products, NOW_MS).read(new AbortController().signal)) {
    if (item.kind !== 'product') continue;
    const { product } = item.value;
    const model = name(4);
    yield {
      ...product,
      brand: makers[Math.floor(random() * makers.length)] ?? name(3),
      texts: Object.fromEntries(
        Object.entries(product.texts).map(([language, text]) => [
          language,
          { ...text, title: `${text.title} ${model}` },
        ]),
      ),
    };
  }
}

interface Message {
  readonly language: string;
  readonly text: string;
  readonly context: ParseContext;
}

/** Everything that is said in the cases of the understanding suite. */
function readMessages(): Message[] {
  const folder = new URL('../cases/understand/', import.meta.url);
  const market = { country: 'US', currency: 'EUR', languages: ['en'] };
  return readdirSync(folder)
    .filter((file) => file.endsWith('.jsonl'))
    .flatMap((file) => {
      const language = file.slice(0, -'.jsonl'.length);
      const lines = readFileSync(new URL(file, folder), 'utf8').split('\n');
      return lines.flatMap((line): Message[] => {
        if (line.trim() === '') return [];
        const { say, state: name } = JSON.parse(line) as { readonly say: string; readonly state: string };
        const known = UNDERSTAND_STATES[name];
        const state = known ?? initialState(language);
        return [{ language, text: say, context: { language, locale: language, market, state, turn: 1 } }];
      });
    });
}

function summarise(language: string, times: readonly number[]): ParseTimes {
  const sorted = Float64Array.from(times).sort();
  const percentile = (share: number) => sorted[Math.floor(share * (sorted.length - 1))] ?? 0;
  return {
    language,
    messages: sorted.length,
    p50Ms: percentile(0.5),
    p95Ms: percentile(0.95),
    maxMs: sorted.at(-1) ?? 0,
  };
}

const vocabularyMs = performance.now();
const vocabulary = await buildVocabulary(generate());
const vocabularySeconds = seconds(vocabularyMs);
const parserMs = performance.now();
const parser = createEmbeddedParser({ vocabulary, detector: createLanguageDetector() });
const parserSeconds = seconds(parserMs);

const messages = readMessages();
const { signal } = new AbortController();
/** Of every message once, not measured: the engine warms up as a server does. */
for (const { text, context } of messages) await parser.parse(text, context, signal);
const times: { language: string; elapsedMs: number }[] = [];
for (let round = 0; round < rounds; round += 1) {
  for (const { language, text, context } of messages) {
    const startedMs = performance.now();
    await parser.parse(text, context, signal);
    times.push({ language, elapsedMs: performance.now() - startedMs });
  }
}
const timesOf = (entries: readonly { readonly elapsedMs: number }[] = []) =>
  entries.map(({ elapsedMs }) => elapsedMs);
const measure: ParseMeasure = {
  products: vocabulary.size(),
  vocabularySeconds,
  parserSeconds,
  rssMb: process.memoryUsage().rss / 2 ** 20,
  languages: [
    ...Object.entries(Object.groupBy(times, ({ language }) => language)).map(([language, entries]) =>
      summarise(language, timesOf(entries)),
    ),
    summarise('all', timesOf(times)),
  ],
};
process.stdout.write(`${JSON.stringify(measure)}\n`);

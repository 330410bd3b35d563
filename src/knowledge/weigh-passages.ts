import type { Language } from '../domain/locale.ts';
import type { DocumentQuote } from '../domain/policy-step.ts';
import type { EmbeddingModel } from '../ports/embedding-model.ts';
import type { ProductIndex } from '../ports/product-index.ts';
import { chooseQuote, type QuotablePassage } from './choose-quote.ts';
import { type PlacedPassage, passageEmbeddingText, placePassages, searchPassages } from './passage-index.ts';
import { type ReadQuestion, readQuestion } from './read-question.ts';
import { readStatement, type Statement } from './read-statement.ts';
import { readTopics } from './read-topics.ts';
import type { ShopDocument } from './shop-document.ts';
import type { LibraryQuestion, WeighedAnswer } from './weighed-answer.ts';
import { measureRarity, type WordRarity } from './word-rarity.ts';

export interface WeighedQuestion {
  readonly read: ReadQuestion;
  /** The best sentence of each passage that was found; whether it states what is asked is not yet decided. */
  readonly answers: readonly WeighedAnswer[];
}

/** Finds passages that may answer and weighs them. Cost: one search and some 20 passages read, 2 ms. */
export type WeighPassages = (question: LibraryQuestion, signal: AbortSignal) => Promise<WeighedQuestion>;

const CANDIDATES = 12;
/** Taken off for each passage before it: what holds in general comes first in a document. */
const LATER = 0.05;
const MOST_LATER = 5;
/** Added for a question about a subject as a whole, to the passage that begins a document on it. */
const OVERVIEW = 1;
/** Added to the score of a passage in the shopper's own language. */
const OWN_LANGUAGE = 0.5;

interface ReadPassage extends QuotablePassage {
  readonly placed: PlacedPassage;
}

export function createPassageWeigher(options: {
  readonly documents: readonly ShopDocument[];
  readonly index: ProductIndex;
  readonly embedder: EmbeddingModel;
  /** Cosine of any two texts by the embedder, in [0, 1): only what goes beyond it tells something. */
  readonly background?: number;
}): WeighPassages {
  const { documents, index, embedder, background = 0 } = options;
  const placed = new Map(placePassages(documents).map((each) => [each.id, each]));
  const whole = new Map([...placed].map(([id, each]) => [id, readWhole(each)]));
  const rarity = measureRarity([...whole.values()]);
  const topics = new Map(documents.map((document) => [document.documentId, readTopics(document)]));
  const textLanguages = [...new Set(documents.map(({ language }) => language))];
  const known = new Map<string, ReadPassage>();
  const readById = (id: string): ReadPassage | undefined => {
    const [each, passage] = [placed.get(id), whole.get(id)];
    if (each === undefined || passage === undefined) return undefined;
    const read = known.get(id) ?? readPassage(each, passage, topics.get(each.document.documentId));
    known.set(id, read);
    return read;
  };
  return async (asked, signal) => {
    const { question, language, subject, ...scope } = asked;
    const read = readQuestion(question, language, {
      textLanguages,
      ...(subject === undefined ? {} : { subject }),
    });
    const [vector = new Float32Array(embedder.dimensions)] = await embedder.embed([question], {
      kind: 'query',
      language,
      signal,
    });
    const words = read.words.map(({ keys }) => [...keys.keys()]);
    const query = { text: question, language, words, vector };
    const found = await searchPassages(index, query, scope, CANDIDATES, signal);
    const answers = found.flatMap(({ id, cosine }) => {
      const passage = readById(id);
      return passage === undefined
        ? []
        : weigh(read, passage, { rarity, cosine: beyond(background, cosine), language });
    });
    return { read, answers };
  };
}

/** How far a cosine goes beyond the usual one, at most 1. */
const beyond = (background: number, cosine: number): number => (cosine - background) / (1 - background);

function weigh(
  read: ReadQuestion,
  passage: ReadPassage,
  { language, ...measures }: { rarity: WordRarity; cosine: number; language: Language },
): WeighedAnswer[] {
  const { placed, place } = passage;
  const chosen = chooseQuote(read, passage, measures);
  if (chosen === undefined) return [];
  const { text, statement, near, features, score } = chosen;
  const own = placed.document.language === language ? OWN_LANGUAGE : 0;
  return [
    {
      placed,
      quote: toQuote(placed, text),
      statement,
      near,
      title: place.title,
      headings: place.headings,
      features,
      score: score + own + OVERVIEW * features.overview - LATER * Math.min(placed.position, MOST_LATER),
    },
  ];
}

const readWhole = (placed: PlacedPassage): Statement =>
  readStatement(passageEmbeddingText(placed), placed.document.language);

function readPassage(
  placed: PlacedPassage,
  passage: Statement,
  topics: ReadonlySet<string> = new Set(),
): ReadPassage {
  const { document, passage: written } = placed;
  const { language, title } = document;
  return {
    placed,
    sentences: written.sentences,
    rows: written.rows,
    statements: written.sentences.map((sentence) => readStatement(sentence, language)),
    place: {
      passage,
      position: placed.position,
      title: readStatement(title, language),
      headings: withTopics(readStatement([title, ...written.headings].join('\n'), language), topics),
    },
  };
}

const withTopics = (headings: Statement, topics: ReadonlySet<string>): Statement => ({
  ...headings,
  keys: headings.keys.union(topics),
});

function toQuote({ document, passage, position }: PlacedPassage, text: string): DocumentQuote {
  const heading = passage.headings.filter((each) => each !== document.title).join(' › ');
  return {
    documentId: document.documentId,
    passage: position,
    text,
    language: document.language,
    title: document.title,
    ...(heading === '' ? {} : { heading }),
    ...(document.url === undefined ? {} : { url: document.url }),
    updatedAtMs: document.updatedAtMs,
  };
}

import type { Language } from '../domain/locale.ts';
import type { DocumentQuote } from '../domain/policy-step.ts';
import type { EmbeddingModel } from '../ports/embedding-model.ts';
import type { ProductIndex } from '../ports/product-index.ts';
import { chooseQuote } from './choose-quote.ts';
import { agrees, contradicts, sharedWords } from './contradict.ts';
import { evidenceFeatures, measureRarity } from './evidence-features.ts';
import {
  type PassageScope,
  type PlacedPassage,
  passageEmbeddingText,
  placePassages,
  searchPassages,
} from './passage-index.ts';
import { readQuestion } from './read-question.ts';
import { readStatement, type Statement } from './read-statement.ts';
import { isStated, scoreEvidence } from './score-evidence.ts';
import type { ShopDocument } from './shop-document.ts';

export interface LibraryQuestion extends PassageScope {
  readonly question: string;
  readonly language: Language;
  /** As understood, a subject of the locale files ("returns"); others say nothing. */
  readonly subject?: string;
}

/** The shop's documents, to be asked. */
export interface Library {
  readonly isEmpty: boolean;
  /**
   * What the documents say: nothing when they do not state it, one quotation, or the two that contradict each other, the newer first.
   * An answer in the shopper's language goes before an equal one in another. Cost: one search and some 20 passages read, 2 ms.
   */
  ask(question: LibraryQuestion, signal: AbortSignal): Promise<readonly DocumentQuote[]>;
}

interface Answer {
  readonly placed: PlacedPassage;
  readonly quote: DocumentQuote;
  readonly statement: Statement;
  readonly score: number;
  readonly coverage: number;
  readonly heading: number;
}

const CANDIDATES = 12;
/** Taken off for each passage before it: what holds in general comes first in a document. */
const LATER = 0.05;
const MOST_LATER = 5;
/** Added to the score of a passage in the shopper's own language. */
const OWN_LANGUAGE = 0.25;
/** Another document is about the same thing when it answers to as much of the question, and not much worse. */
const AS_GOOD = 0.6;
const AS_MUCH = 0.95;
const SAME_WORDS = 0.5;

export function createLibrary(options: {
  readonly documents: readonly ShopDocument[];
  /** Holds the passages of the documents. */
  readonly index: ProductIndex;
  /** That their vectors were made with. */
  readonly embedder: EmbeddingModel;
}): Library {
  const { documents, index, embedder } = options;
  const passages = new Map(placePassages(documents).map((placed) => [placed.id, placed]));
  const statements = new Map(
    [...passages].map(([id, placed]) => [
      id,
      readStatement(passageEmbeddingText(placed), placed.document.language),
    ]),
  );
  const headingsOf = new Map(
    [...passages].map(([id, { document, passage }]) => [
      id,
      readStatement([document.title, ...passage.headings].join('\n'), document.language),
    ]),
  );
  const rarity = measureRarity([...statements.values()]);
  const textLanguages = [...new Set(documents.map(({ language }) => language))];
  return {
    isEmpty: passages.size === 0,
    async ask({ question, language, subject, ...scope }, signal) {
      if (passages.size === 0) return [];
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
      const found = await searchPassages(
        index,
        { text: question, language, words, vector },
        scope,
        CANDIDATES,
        signal,
      );
      const answers = found.flatMap(({ id, cosine }): Answer[] => {
        const [placed, statement] = [passages.get(id), statements.get(id)];
        if (placed === undefined || statement === undefined) return [];
        const features = evidenceFeatures(read, statement, rarity, cosine, headingsOf.get(id));
        const score = scoreEvidence(features, 'policy');
        if (!isStated(features, 'policy')) return [];
        const { document, passage, position } = placed;
        const headings = [document.title, ...passage.headings].join('\n');
        const chosen = chooseQuote(read, passage.sentences, {
          headings,
          language: document.language,
          rarity,
        });
        if (chosen === undefined) return [];
        const own = document.language === language ? OWN_LANGUAGE : 0;
        return [
          {
            placed,
            quote: toQuote(placed, position, chosen.text),
            statement: chosen.statement,
            score: score + own - LATER * Math.min(position, MOST_LATER),
            coverage: features.coverage,
            heading: features.heading,
          },
        ];
      });
      return chooseAnswers(answers.sort(byScore));
    },
  };
}

const byScore = (left: Answer, right: Answer): number => right.score - left.score;

/** @param answers Best first. */
function chooseAnswers(answers: readonly Answer[]): readonly DocumentQuote[] {
  const [best, ...others] = answers;
  if (best === undefined) return [];
  const byDocument = Map.groupBy(others, ({ placed }) => placed.document);
  byDocument.delete(best.placed.document);
  const against = [...byDocument.values()]
    .filter((own) => !own.some(({ statement }) => agrees(best.statement, statement)))
    .flatMap((own) =>
      own.filter((other) => isOnSame(best, other) && contradicts(best.statement, other.statement)),
    )
    .sort(byScore)[0];
  if (against === undefined) return [best.quote];
  return [best.quote, against.quote].sort((left, right) => right.updatedAtMs - left.updatedAtMs);
}

/** Whether an answer of another document is on the same thing: under such headings too, or in much the same words. */
const isOnSame = (best: Answer, other: Answer): boolean =>
  other.score >= AS_GOOD * best.score &&
  other.coverage >= AS_MUCH * best.coverage &&
  (other.heading >= AS_MUCH * best.heading || sharedWords(best.statement, other.statement) >= SAME_WORDS);

function toQuote({ document, passage }: PlacedPassage, position: number, text: string): DocumentQuote {
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

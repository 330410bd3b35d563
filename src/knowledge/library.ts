import type { DocumentQuote } from '../domain/policy-step.ts';
import type { EmbeddingModel } from '../ports/embedding-model.ts';
import type { ProductIndex } from '../ports/product-index.ts';
import { type Appraisal, appraise } from './appraise.ts';
import { chooseAnswers } from './choose-answers.ts';
import type { ShopDocument } from './shop-document.ts';
import { createPassageWeigher, type WeighPassages } from './weigh-passages.ts';
import type { LibraryQuestion } from './weighed-answer.ts';

/** The shop's documents, to be asked. */
export interface Library {
  readonly isEmpty: boolean;
  /**
   * What the documents say: nothing when they do not state it, one quotation, or the two that contradict each other, the newer first.
   * An answer in the shopper's language goes before an equal one in another. Cost: that of `weigh`.
   */
  ask(question: LibraryQuestion, signal: AbortSignal): Promise<readonly DocumentQuote[]>;
  /** What kind of question it is, and whether the documents answer it. Cost: that of `weigh`. */
  appraise(question: LibraryQuestion, signal: AbortSignal): Promise<Appraisal>;
  /** What `ask` decides on. */
  readonly weigh: WeighPassages;
}

export function createLibrary(options: {
  readonly documents: readonly ShopDocument[];
  /** Holds the passages of the documents. */
  readonly index: ProductIndex;
  /** That their vectors were made with. */
  readonly embedder: EmbeddingModel;
  /** Cosine of any two texts by the embedder, in [0, 1); 0 when absent. */
  readonly background?: number;
}): Library {
  const isEmpty = options.documents.length === 0;
  const weigh = createPassageWeigher(options);
  return {
    isEmpty,
    weigh,
    appraise: async (question, signal) => appraise(await weigh(question, signal)),
    async ask(question, signal) {
      if (isEmpty) return [];
      const { read, answers } = await weigh(question, signal);
      return chooseAnswers(answers, read);
    },
  };
}

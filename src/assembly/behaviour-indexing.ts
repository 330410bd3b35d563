import type { ProductIndex } from '../ports/product-index.ts';
import type { RecommenderModels } from '../recommendation/recommender.ts';

/** Tells an index on a server what behaviour has taught, beside whatever else is done. */
export interface BehaviourIndexing {
  /** @returns Whether the index holds these models by now, and not those of another training. */
  begin(models: RecommenderModels): () => boolean;
}

/** @param note Hears of an index that did not take them: this process goes on by itself then. */
export function createBehaviourIndexing(
  index: Pick<ProductIndex, 'setBehaviour'>,
  note: (text: string) => void,
): BehaviourIndexing {
  let newest: RecommenderModels | undefined;
  let held: RecommenderModels | undefined;
  return {
    begin(models) {
      newest = models;
      held = undefined;
      const { factors, neighbours } = models;
      const written = index.setBehaviour({
        ...(factors === undefined ? {} : { taste: factors }),
        ...(neighbours === undefined ? {} : { neighbours }),
      });
      void written.then(
        () => {
          if (newest === models) held = models;
        },
        (error: unknown) => {
          const reason = error instanceof Error ? error.message : String(error);
          note(`What behaviour has taught is not in the index (${reason})`);
        },
      );
      return () => held === models;
    },
  };
}

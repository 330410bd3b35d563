import type { CommandType } from '../../../src/domain/command.ts';
import type { ShownProduct } from '../../../src/domain/dialogue-state.ts';
import type { Product } from '../../../src/domain/product.ts';

/** A shopper's turn of somebody else's corpus. */
export interface ActUtterance {
  readonly text: string;
  /** Any of them is right. */
  readonly labels: readonly string[];
  /** The kind of thing that was wanted before, in the corpus's words. */
  readonly type?: string | undefined;
  readonly shown: readonly ShownProduct[];
}

/** A corpus with the commands that each of its labels stands for. */
export interface ActSet {
  readonly name: string;
  readonly products: readonly Product[];
  readonly utterances: readonly ActUtterance[];
  readonly commandsOf: Readonly<Record<string, readonly CommandType[]>>;
}

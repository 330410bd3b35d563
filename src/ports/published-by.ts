import type { Query } from './database.ts';

/** Writes something as part of the transaction of something else: both stand, or neither. */
export type WriteAlong = (write: Query) => Promise<void>;

/** Who of the shop publishes something, and what is written with it, in the same transaction. */
export interface PublishedBy {
  /** As it stands in the history; absent where it is a program of the shop. */
  readonly author?: string;
  /** @param version That it made; absent of an import, which makes one of each document. */
  also(write: Query, version?: number): Promise<void>;
}

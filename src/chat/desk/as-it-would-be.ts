import type { SettingValue } from '../../domain/desk/setting-kinds.ts';
import type { RuleSet } from '../../domain/merchandising.ts';
import type { SynonymRule } from '../../domain/synonym.ts';
import type { Library } from '../../knowledge/library.ts';
import type { ShopDocument } from '../../knowledge/shop-document.ts';
import type { RankerStore } from '../../ranking/learned/ranker-store.ts';
import type { WeightChanges } from '../../ranking/weights.ts';
import { createReplier, type Replier } from '../../reply/replier.ts';
import type { TriedSynonyms } from '../../retrieval/tried-synonyms.ts';
import type { Parser } from '../../understanding/parser.ts';
import { compileRules } from '../compile-rules.ts';
import type { TurnRooms } from '../handle-turn.ts';
import { createRankingBook, type RankingInForce } from '../ranking-book.ts';
import type { Shop } from '../shop.ts';
import { rankingOf } from '../weight-desk.ts';

/** Something that is to be published: all of its kind, as it would be. */
export type Candidate =
  | { readonly kind: 'weights'; readonly changes: WeightChanges }
  | { readonly kind: 'rules'; readonly set: RuleSet }
  | { readonly kind: 'synonyms'; readonly rules: readonly SynonymRule[] }
  | { readonly kind: 'house-rules'; readonly value: SettingValue<'house-rules'> }
  | {
      readonly kind: 'documents';
      readonly documents: readonly ShopDocument[];
      /** As they are. */
      readonly standing: readonly ShopDocument[];
    };
export type DocumentCandidate = Extract<Candidate, { kind: 'documents' }>;

/** Documents that nobody else asks. */
export interface TriedLibrary extends Library {
  close(): Promise<void>;
}

export interface WouldBeRooms {
  readonly shop: () => Shop;
  readonly replier: Replier;
  readonly parsers: TurnRooms['parsers'];
  readonly synonyms: Pick<TriedSynonyms, 'tryOut'>;
  readonly rankers: RankerStore;
  /** Opens documents beside those of the shop, off the thread that answers. */
  readonly openLibrary: (documents: readonly ShopDocument[], signal: AbortSignal) => Promise<TriedLibrary>;
  /** The parser of the shop's own, with texts that it knows a question to them by. */
  readonly parserKnowing: (library: () => Library | undefined) => Parser;
}

/** What a turn or a search is made with, as it would be. */
export type WouldBe = Pick<WouldBeRooms, 'shop' | 'replier' | 'parsers'>;

/**
 * Works on the shop as it would be with a change that nobody else sees.
 *
 * @param candidate Absent: the shop as it is.
 */
export async function asItWouldBe<T>(
  rooms: WouldBeRooms,
  candidate: Candidate | undefined,
  work: (rooms: WouldBe) => Promise<T>,
  signal: AbortSignal,
): Promise<T> {
  const { shop, replier, parsers } = rooms;
  const open = { shop, replier, parsers };
  switch (candidate?.kind) {
    case undefined:
      return await work(open);
    case 'house-rules':
      return await work({ ...open, replier: createReplier(candidate.value) });
    case 'synonyms':
      return await rooms.synonyms.tryOut(candidate.rules, () => work(open));
    case 'rules': {
      const rules = compileRules(candidate.set, shop().vocabulary);
      return await work({ ...open, shop: withRanking(shop, { rules }) });
    }
    case 'weights': {
      const ranking = await rankingOf(candidate.changes, rooms.rankers);
      return await work({ ...open, shop: withRanking(shop, ranking) });
    }
    case 'documents': {
      const library = await rooms.openLibrary(candidate.documents, signal);
      try {
        const embedded = rooms.parserKnowing(() => library);
        return await work({
          replier,
          shop: () => ({ ...shop(), library }),
          parsers: () => ({ ...parsers(), embedded }),
        });
      } finally {
        await library.close();
      }
    }
  }
}

/**
 * What a candidate is held against; undefined: the shop as it is. Documents are opened again, as those that are tried are: without the model
 * outside that the shop may ask its own by.
 */
export function asItIs(candidate: Candidate): Candidate | undefined {
  return candidate.kind === 'documents' ? { ...candidate, documents: candidate.standing } : undefined;
}

const withRanking =
  (shop: () => Shop, parts: Partial<RankingInForce>): (() => Shop) =>
  () => {
    const present = shop();
    return { ...present, ranking: createRankingBook({ ...present.ranking.current(), ...parts }) };
  };

import type { OpenService } from '../../../src/assembly/open-service.ts';
import { scopeName } from '../../../src/ranking/lessons/lesson-book.ts';
import type { Vocabulary } from '../../../src/understanding/vocabulary.ts';
import { type Proposal, placeOf, propose } from './propose-lists.ts';

/** A kind of thing that shoppers ask for, and a product that agents prefer where they do. */
export interface Kind {
  /** As corrections name it. */
  readonly scope: readonly string[];
  readonly preferred: string;
  /** Lists that agents correct. */
  readonly corrected: readonly Proposal[];
  /** Of other words, which nobody corrects. */
  readonly heldOut: readonly Proposal[];
}

const LEAST_PRODUCTS = 12;
const ATTRIBUTES = 2;
const VALUES = 5;
/** Whole units. */
const AMOUNTS = [100, 200, 500];
/** Where the preferred product stands in the middle of those lists, before anybody corrects anything. */
const LEAST_PLACE = 4;
const MOST_PLACE = 14;

/**
 * Kinds of which the shop sells enough, asked for in a dozen ways; every other way is held out. What is preferred is
 * in question in more than half of the lists that are corrected, neither high nor far down.
 */
export async function chooseKinds(
  service: OpenService,
  most: number,
  signal: AbortSignal,
): Promise<readonly Kind[]> {
  const { vocabulary } = service.shop.current();
  const kinds: Kind[] = [];
  for (const { type, products } of vocabulary.soldTypes()) {
    if (kinds.length === most) break;
    const name = vocabulary.labelOf('type', type, 'en');
    if (products < LEAST_PRODUCTS) continue;
    const scope = [`type=${type}`];
    const proposals: Proposal[] = [];
    for (const says of wordingsOf(name, vocabulary)) {
      const proposal = await propose(service, says, signal);
      if (proposal?.scope === scopeName(scope) && proposal.listed > 1) proposals.push(proposal);
    }
    const corrected = proposals.filter((_, index) => index % 2 === 0);
    const heldOut = proposals.filter((_, index) => index % 2 === 1);
    const preferred = preferredOf(corrected);
    if (preferred !== undefined && heldOut.length > 0) kinds.push({ scope, preferred, corrected, heldOut });
  }
  return kinds;
}

/** By its name alone, with values of what things are told apart by, and with an amount. */
function wordingsOf(name: string, { attributes, valuesOf, labelOf }: Vocabulary): string[] {
  const valued = attributes
    .filter((attribute) => attribute !== 'category' && attribute !== 'type')
    .slice(0, ATTRIBUTES)
    .flatMap((attribute) =>
      valuesOf(attribute)
        .slice(0, VALUES)
        .map(({ value }) => `${labelOf(attribute, value, 'en')} ${name}`),
    );
  return [name, ...valued, ...AMOUNTS.map((amount) => `${name} under ${amount}`)];
}

function preferredOf(corrected: readonly Proposal[]): string | undefined {
  const known = new Set(corrected.flatMap(({ products }) => products.map(({ productId }) => productId)));
  return [...known].sort().find((productId) => {
    const places = corrected
      .map((proposal) => ({ place: placeOf(proposal, productId), of: proposal.products.length }))
      .flatMap(({ place, of }) => (place <= of ? [place] : []))
      .sort((left, right) => left - right);
    const median = places[Math.floor(places.length / 2)] ?? 0;
    return 2 * places.length > corrected.length && median >= LEAST_PLACE && median <= MOST_PLACE;
  });
}

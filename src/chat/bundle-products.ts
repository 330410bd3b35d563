import { categoryKey } from '../domain/category.ts';
import type { Money } from '../domain/money.ts';
import { effectivePrice, productText, variantAttributes } from '../domain/product.ts';
import type { Reason } from '../domain/reason.ts';
import { type BundlePiece, chooseBundles } from '../recommendation/choose-bundles.ts';
import { areCompatible } from '../recommendation/compatible-attributes.ts';
import type { Recommender } from '../recommendation/recommender.ts';
import { type Companion, companionsOf, findGoesWith, type GoesWithRequest, toReason } from './goes-with.ts';
import type { ListedProduct } from './list-products.ts';
import { type OfferedVariant, offeredVariants, toProductView } from './product-view.ts';
import type { Shop } from './shop.ts';

export interface BundleRequest extends Omit<GoesWithRequest, 'limit' | 'maxPriceMinor' | 'exclude'> {
  /** Of all pieces together, minor units of the market's currency. */
  readonly budgetMinor?: number;
}

export interface ListedBundle {
  /** The product itself first. */
  readonly pieces: readonly Pick<ListedProduct, 'view' | 'reasons'>[];
  readonly total: Money;
}

const MOST_BUNDLES = 3;
/** Of these the best combination is found exactly. */
const MOST_PIECES = 14;
/** Being looked at together is half as sure a sign as being bought together. */
const LOOKED_SHARE = 0.5;

interface Piece extends BundlePiece {
  readonly listed: Pick<ListedProduct, 'product' | 'offered' | 'view'>;
}

/** Sets of two to four things around a product, within a budget, all in stock, that shoppers buy together; each with its reason. */
export async function bundleProducts(shop: Shop, request: BundleRequest): Promise<ListedBundle[]> {
  const { productId, view, budgetMinor } = request;
  const anchor = await anchorOf(shop, request);
  if (anchor === undefined) return [];
  const left = budgetMinor === undefined ? undefined : budgetMinor - anchor.priceMinor;
  const found = await findGoesWith(shop, {
    ...request,
    limit: MOST_PIECES,
    ...(left === undefined ? {} : { maxPriceMinor: left }),
  });
  const pieces = found
    .filter(({ offered }) => isInStock(offered))
    .map((listed) => toPiece(listed, view.nowMs));
  const ties = tiesBetween(shop.recommender, [productId, ...pieces.map((piece) => piece.productId)]);
  const bundles = chooseBundles({
    anchor,
    pieces,
    ...(budgetMinor === undefined ? {} : { budgetMinor }),
    affinity: (from, to) => affinityOf(ties(from, to)),
    isCompatible: (one, other) => areCompatible(attributesOf(one), attributesOf(other)),
    limit: MOST_BUNDLES,
  });
  const currency = anchor.listed.view.price.currency;
  return bundles.map((bundle) => ({
    total: { amountMinor: bundle.totalMinor, currency },
    pieces: bundle.pieces.map((piece, index) => ({
      view: piece.listed.view,
      reasons: index === 0 ? [] : reasonsOf(piece, bundle.pieces, ties, view.language),
    })),
  }));
}

type Ties = (from: string, to: string) => Companion | undefined;

/** What is proven between pairs; the rows of the model are cut, so that a pair may stand in one of them only. */
function tiesBetween(recommender: Recommender, productIds: readonly string[]): Ties {
  const rows = new Map(
    productIds.map((productId) => [
      productId,
      new Map(companionsOf(recommender, productId).map((found) => [found.productId, found])),
    ]),
  );
  const surer = (left: Companion | undefined, right: Companion | undefined) =>
    affinityOf(right) > affinityOf(left) ? right : left;
  return (from, to) => surer(rows.get(from)?.get(to), rows.get(to)?.get(from));
}

function affinityOf(tie: Companion | undefined): number {
  if (tie === undefined || tie.evidence === 'neighbours') return 0;
  const affinity = tie.strength / (1 - tie.strength);
  return tie.evidence === 'bought-together' ? affinity : LOOKED_SHARE * affinity;
}

/** What ties a piece to the surest of the others. */
function reasonsOf(piece: Piece, bundle: readonly Piece[], ties: Ties, language: string): Reason[] {
  const [surest] = bundle
    .filter(({ productId }) => productId !== piece.productId)
    .flatMap((other) => {
      const tie = ties(piece.productId, other.productId);
      return tie === undefined ? [] : [{ tie, title: productText(other.listed.product, language).title }];
    })
    .sort((left, right) => affinityOf(right.tie) - affinityOf(left.tie));
  return surest === undefined ? [] : [toReason(surest.tie, surest.title)];
}

async function anchorOf(shop: Shop, { productId, view }: BundleRequest): Promise<Piece | undefined> {
  const product = (await shop.store.products([productId])).get(productId);
  if (product === undefined) return undefined;
  const offered = offeredVariants(product, view.market, view.nowMs).find(isInStock);
  return offered === undefined
    ? undefined
    : toPiece({ product, offered, view: toProductView(product, offered, view) }, view.nowMs);
}

const isInStock = ({ offer }: OfferedVariant): boolean => offer.availability === 'in-stock';

const toPiece = (listed: Piece['listed'], nowMs: number): Piece => ({
  productId: listed.product.productId,
  leaf: categoryKey(listed.product.category),
  priceMinor: effectivePrice(listed.offered.offer, nowMs).amountMinor,
  listed,
});

const attributesOf = ({ listed }: Piece) => variantAttributes(listed.product, listed.offered.variant);

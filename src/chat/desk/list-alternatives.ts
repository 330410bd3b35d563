import type { DialogueState } from '../../domain/dialogue-state.ts';
import type { Market } from '../../domain/market.ts';
import type { ProductView } from '../../domain/turn.ts';
import { isAssistantError } from '../../errors/assistant-error.ts';
import type { ErrorCode } from '../../errors/error-codes.ts';
import type { HistoryItem } from '../../recommendation/history-item.ts';
import type { Replier } from '../../reply/replier.ts';
import { listProducts } from '../list-products.ts';
import type { ViewContext } from '../product-view.ts';
import { withReasonTexts } from '../reason-texts.ts';
import type { RuledShop } from '../under-rules.ts';
import { withPreferences } from '../with-preferences.ts';

/** Beside the list. */
const MOST_ALTERNATIVES = 20;

export interface AlternativesWanted {
  readonly shop: RuledShop;
  readonly replier: Replier;
  /** Of the list. */
  readonly messageId: string;
  readonly listed: readonly ProductView[];
  /** What is wanted, and what was turned down. */
  readonly state: DialogueState;
  readonly market: Market;
  readonly view: ViewContext;
  readonly segments: readonly string[];
  /** Of the shopper, with consent; else empty. */
  readonly history: readonly HistoryItem[];
}

/**
 * What else is in question for a list, best first, each with the parts of its score: the list made again, and longer. Nothing while the
 * search does not answer: the list itself is there.
 */
export async function listAlternatives(
  wanted: AlternativesWanted,
  signal: AbortSignal,
): Promise<readonly ProductView[]> {
  try {
    return wanted.listed.length === 0 ? [] : await listAgain(wanted, signal);
  } catch (error) {
    if (!isAssistantError(error) || !INDEX_FAULTS.has(error.code)) throw error;
    return [];
  }
}

const INDEX_FAULTS: ReadonlySet<ErrorCode> = new Set<ErrorCode>(['INDEX_UNAVAILABLE', 'INDEX_FAILED']);

async function listAgain(wanted: AlternativesWanted, signal: AbortSignal): Promise<readonly ProductView[]> {
  const { shop, messageId, listed, market, view, segments } = wanted;
  const { state } = await withPreferences(wanted, signal);
  const isListed = new Set(listed.map(({ productId }) => productId));
  const turnedDown = (state.rejected ?? []).map(({ productId }) => productId);
  const { products } = await listProducts(
    shop,
    {
      audience: { surface: 'chat', seed: messageId, segments },
      need: state.need,
      intent: 'new',
      market,
      view,
      exclude: turnedDown,
      history: state.historyPaused === true ? [] : wanted.history,
      opened: state.opened,
      limit: listed.length + MOST_ALTERNATIVES,
      ...(state.need.sort === undefined ? {} : { sort: state.need.sort }),
    },
    signal,
  );
  const replier = wanted.replier.inMarket(market.country);
  return products
    .filter(({ view: { productId } }) => !isListed.has(productId))
    .slice(0, MOST_ALTERNATIVES)
    .map((each) => withReasonTexts(each, (reason) => replier.reasonText(reason, view.language)));
}

import type { ShowMode } from '../domain/act.ts';
import type { Need } from '../domain/need.ts';
import type { PlannedProduct } from '../domain/reply-plan.ts';
import type { ListRequest } from './list-products.ts';
import { withReasonTexts } from './reason-texts.ts';
import type { TurnContext } from './turn-context.ts';

/** Products in one answer: a phone screen and a half. */
export const SHOWN_LIMIT = 8;

/** A screen of products for a need, in the turn's place and language. */
export const toListRequest = (
  wanted: { readonly need: Need; readonly mode: ShowMode; readonly exclude: readonly string[] },
  context: TurnContext,
): ListRequest => ({
  audience: context.audience,
  need: wanted.need,
  intent: wanted.mode,
  market: context.market,
  view: { locale: context.locale, language: context.language, nowMs: context.nowMs },
  exclude: wanted.exclude,
  history: context.state.historyPaused === true ? [] : context.history,
  opened: context.state.opened,
  limit: SHOWN_LIMIT,
  ...(wanted.need.sort === undefined ? {} : { sort: wanted.need.sort }),
});

/** The product with its reasons in words. */
export const withReasons = (
  { view, reasons }: PlannedProduct,
  { replier, language }: TurnContext,
): PlannedProduct => ({
  view: withReasonTexts({ view, reasons }, (reason) => replier.reasonText(reason, language)),
  reasons,
});

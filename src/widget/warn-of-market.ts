import type { WidgetSettings } from '../domain/widget-settings.ts';
import { request } from './request.ts';

/** Tells whoever made the page that its element names a market that the shop does not have. */
export async function warnOfMarket(server: string, market: string | undefined): Promise<void> {
  const answer = await request<WidgetSettings>(new URL('/v1/widget', server).href);
  if (answer.kind === 'failed' || market === undefined) return;
  const { markets } = answer.value.capabilities;
  if (!markets.includes(market.toUpperCase()))
    // biome-ignore lint/suspicious/noConsole: where somebody who puts the element on a page looks
    console.warn(`<floorwalker-chat market="${market}">: this shop has the markets ${markets.join(', ')}`);
}

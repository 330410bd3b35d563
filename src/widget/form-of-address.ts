import type { WidgetSettings } from '../domain/widget-settings.ts';
import type { PanelPlace } from './panel-place.ts';
import { languageOf } from './translate.ts';

/** Whether the shop says "du" where the shopper is: the closest rule counts, of the language in the market, the market, the language. */
export function isFamiliarIn(
  { formality: rules, capabilities }: WidgetSettings,
  { market = capabilities.markets[0] ?? '', locale }: Pick<PanelPlace, 'market' | 'locale'>,
): boolean {
  const [language, country] = [languageOf(locale), market.toUpperCase()];
  const places = [`${language}-${country}`, country, language, 'default'];
  return rules?.[places.find((place) => place in rules) ?? ''] === 'familiar';
}

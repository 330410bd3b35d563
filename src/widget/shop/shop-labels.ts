import { createTranslate, type Translate } from '../translate.ts';
import de from './messages/de.json' with { type: 'json' };
import en from './messages/en.json' with { type: 'json' };
import es from './messages/es.json' with { type: 'json' };
import fr from './messages/fr.json' with { type: 'json' };

export type ShopLabel = Translate<keyof typeof en>;

export const SHOP_LABELS = { en, de, fr, es };

export const createShopLabel = (locale: string): ShopLabel =>
  createTranslate<keyof typeof en>(SHOP_LABELS, locale);

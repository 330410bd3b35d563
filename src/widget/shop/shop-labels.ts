import { type LabelFiles, tablesOf } from '../label-files.ts';
import { createTranslate, type Translate } from '../translate.ts';
import en from './messages/en.json' with { type: 'json' };

export type ShopLabel = Translate<keyof typeof en>;

const FILES: LabelFiles<keyof typeof en> = import.meta.glob('./messages/*.json', {
  eager: true,
  import: 'default',
});

export const SHOP_LABELS = tablesOf(FILES, en);

export const createShopLabel = (locale: string): ShopLabel =>
  createTranslate<keyof typeof en>(SHOP_LABELS, locale);

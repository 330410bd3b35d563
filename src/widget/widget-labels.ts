import { type LabelFiles, tablesOf } from './label-files.ts';
import en from './messages/en.json' with { type: 'json' };
import { createTranslate, type Translate } from './translate.ts';

export type WidgetLabel = keyof typeof en;
export type Label = Translate<WidgetLabel>;

const FILES: LabelFiles<WidgetLabel> = import.meta.glob('./messages/*.json', {
  eager: true,
  import: 'default',
});

export const WIDGET_LABELS = tablesOf(FILES, en);

export const createLabel = (locale: string): Label => createTranslate<WidgetLabel>(WIDGET_LABELS, locale);

export const hasLabel = (key: string): key is WidgetLabel => Object.hasOwn(en, key);

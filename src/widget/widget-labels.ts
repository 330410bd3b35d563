import de from './messages/de.json' with { type: 'json' };
import en from './messages/en.json' with { type: 'json' };
import es from './messages/es.json' with { type: 'json' };
import fr from './messages/fr.json' with { type: 'json' };
import { createTranslate, type Translate } from './translate.ts';

export type WidgetLabel = keyof typeof en;
export type Label = Translate<WidgetLabel>;

export const WIDGET_LABELS = { en, de, fr, es };

export const createLabel = (locale: string): Label => createTranslate<WidgetLabel>(WIDGET_LABELS, locale);

export const hasLabel = (key: string): key is WidgetLabel => Object.hasOwn(en, key);

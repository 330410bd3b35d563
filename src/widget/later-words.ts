/// <reference types="vite/client" />
import en from './later-words/later-en.json' with { type: 'json' };
import { type Labels, languageOf } from './translate.ts';
import { type LaterWord, speakAlso } from './widget-labels.ts';

/** Files of their own names: those of the panel are called after the language alone. */
const FILES = import.meta.glob<Labels<LaterWord>>(['./later-words/*.json', '!./later-words/later-en.json'], {
  import: 'default',
});

/** Words that no first message needs: of the menu, of persons, of voice. What cannot be loaded is said in English. */
export const speakLater = (): Promise<void> =>
  speakAlso(async (locale) => {
    const words = await FILES[`./later-words/later-${languageOf(locale)}.json`]?.().catch(() => undefined);
    return { ...en, ...words };
  });

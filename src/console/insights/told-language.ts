import { readerLocale } from '../reader-locale.ts';

// uPlot writes numbers in what the browser says is its language, and asks as it is loaded: where that is no language, it
// could not be loaded, and no page that draws. It is told the one that everything else is written in.
try {
  Intl.getCanonicalLocales(navigator.language);
} catch {
  Object.defineProperty(navigator, 'language', { value: readerLocale(), configurable: true });
}

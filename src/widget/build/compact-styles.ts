import type { Plugin } from 'vite';

/** Style sheets as template literals: of Lit, and of the loader. */
const SHEET = /(?<=\bcss`|\breplaceSync\(`)[^`]*(?=`)/g;
/** Of code, where it means nothing, and so of templates of HTML. */
const INDENTATION = /\n\s+/g;
const LENGTH_OR_PRELUDE = /@[^{;]*[{;]|(?<![\w.])([\d.]+)rem\b/g;

/**
 * Templates without their indentation, style sheets without the white space, and with a size of their own: `rem` is the size of the page's root, which a
 * page sets as it likes (10px is common), so that outside of media queries `1rem` is written as `var(--rem)`, which
 * the element sets.
 */
export function compactStyles(): Plugin {
  return {
    name: 'floorwalker:compact-styles',
    enforce: 'pre',
    transform(code, id) {
      if (!id.endsWith('.ts')) return null;
      const changed = code
        .replaceAll(SHEET, (sheet) => compact(sizedByElement(sheet)))
        .replaceAll(INDENTATION, '\n');
      return changed === code ? null : { code: changed, map: null };
    },
  };
}

export function sizedByElement(sheet: string): string {
  return sheet.replaceAll(LENGTH_OR_PRELUDE, (found, length?: string) =>
    length === undefined ? found : `calc(${length}*var(--rem))`,
  );
}

const compact = (sheet: string): string =>
  sheet
    .replaceAll(/\/\*[\s\S]*?\*\//g, '')
    .replaceAll(/\s+/g, ' ')
    .replaceAll(/ ?([{};]) ?/g, '$1')
    .replaceAll(/(?<=[{;][\w-]+): /g, ':')
    .replaceAll(/ (?=!important)|(?<=,) | (?=\/)|(?<=\/) |;(?=})/g, '')
    .trim();

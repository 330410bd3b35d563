import type { Plugin } from 'vite';

/** Style sheets as template literals: of Lit, and of the loader. */
const SHEET = /(?<=\bcss`|\breplaceSync\(`)[^`]*(?=`)/g;
/** Of code, where it means nothing, and so of templates of HTML. */
const INDENTATION = /\n\s+/g;

/** Templates without their indentation, style sheets without their white space. */
export function compactStyles(): Plugin {
  return {
    name: 'floorwalker:compact-styles',
    enforce: 'pre',
    transform(code, id) {
      if (!id.endsWith('.ts')) return null;
      const changed = code.replaceAll(SHEET, (sheet) => compact(sheet)).replaceAll(INDENTATION, '\n');
      return changed === code ? null : { code: changed, map: null };
    },
  };
}

const compact = (sheet: string): string =>
  sheet
    .replaceAll(/\/\*[\s\S]*?\*\//g, '')
    .replaceAll(/\s+/g, ' ')
    .replaceAll(/ ?([{};]) ?/g, '$1')
    .replaceAll(/(?<=[{;(][\w-]+): /g, ':')
    .replaceAll(/ (?=!important)|(?<=,) | (?=\/)|(?<=\/) |;(?=})/g, '')
    .replaceAll(/(?<![\w.])0(?=\.\d)/g, '')
    .trim();

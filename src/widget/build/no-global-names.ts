import type { Plugin } from 'vite';

/** Lists of versions that Lit leaves on the page, for warnings of its own; two widgets on a page are two modules here. */
const VERSION_LIST = /\(\w+\.(?:litHtml|litElement|reactiveElement)Versions\s*\?\?=\s*\[\]\)\.push\([^)]*\)/g;
/** What Lit asks the page for. */
const POLYFILL = /,(\w+)=\w+\.litHtmlPolyfillSupport;\1\?\.\([^)]*\),/g;
const METADATA = /(?:,|;)?\b\w+\.litPropertyMetadata\s*\?\?=\s*new WeakMap/g;
const METADATA_READ = /\b(?:\w+\.)?litPropertyMetadata\b/g;

/** Keeps the names that Lit puts on `globalThis` off the shop's pages. */
export function noGlobalNames(): Plugin {
  return {
    name: 'floorwalker:no-global-names',
    transform(code, id) {
      if (!/[/\\]node_modules[/\\](?:@lit|lit)/.test(id)) return null;
      const changed = code
        .replaceAll(VERSION_LIST, '0')
        .replaceAll(POLYFILL, ';')
        .replaceAll(METADATA, ';const floorwalkerMetadata = new WeakMap')
        .replaceAll(METADATA_READ, 'floorwalkerMetadata');
      return changed === code ? null : { code: changed, map: null };
    },
  };
}

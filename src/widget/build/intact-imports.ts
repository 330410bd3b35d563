import { basename } from 'node:path';
import type { Plugin } from 'vite';

/** The chunk that every other one may import from; it is loaded first. */
export const PANEL_FILE = 'panel.js';

const IMPORT_OF_CHUNK = /\bimport\((["'`])(\.\/[\w-]+\.js)\1\)/g;

/** Makes `importIntact("./x.js")` of every `import("./x.js")`, so that no chunk runs that is not what was published. */
export function intactImports(): Plugin {
  return {
    name: 'floorwalker:intact-imports',
    renderChunk(code, { fileName }) {
      const changed = code.replaceAll(IMPORT_OF_CHUNK, 'importIntact("$2")');
      if (changed === code) return null;
      const names =
        basename(fileName) === PANEL_FILE ? '' : `import { importIntact } from "./${PANEL_FILE}";\n`;
      return { code: names + changed, map: null };
    },
  };
}

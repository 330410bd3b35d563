import { basename } from 'node:path';
import type { Plugin } from 'vite';

/** What the loader brings with the first intent. */
export const PANEL_FILE = 'panel.js';

const IMPORT_OF_CHUNK = /\bimport\((["'`])(\.\/[\w-]+\.js)\1\)/g;

/**
 * Makes `importIntact("./x.js")` of every `import("./x.js")`, so that no chunk runs that is not what was published.
 * The entry of a build has it for all its chunks, which may import from it: it is loaded first.
 */
export function intactImports(): Plugin {
  return {
    name: 'floorwalker:intact-imports',
    renderChunk(code, chunk, _options, { chunks }) {
      const changed = code.replaceAll(IMPORT_OF_CHUNK, 'importIntact("$2")');
      if (changed === code) return null;
      const entry = Object.values(chunks).find(({ isEntry }) => isEntry) ?? chunk;
      const names =
        entry.fileName === chunk.fileName
          ? ''
          : `import { importIntact } from "./${basename(entry.fileName)}";\n`;
      return { code: names + changed, map: null };
    },
  };
}

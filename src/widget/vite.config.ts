import { copyFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { defineConfig, type EnvironmentOptions } from 'vite';
import { compactStyles } from './build/compact-styles.ts';
import { intactImports, PANEL_FILE } from './build/intact-imports.ts';
import { noGlobalNames } from './build/no-global-names.ts';
import { INVITATION_FILE, PAGE_LIFE_FILE, publishWidget } from './build/publish-widget.ts';

const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

/** In the panel's own file; what only its later parts use comes with those. */
const PANEL_MODULES = /[/\\]panel\.ts$|[/\\]node_modules[/\\](?!.*directive)/;

/**
 * A library of the widget, under names that stay, since its address has the version.
 *
 * @param prefix Of its later parts, where another library has the same ones.
 */
const library = (entry: string, file: string, prefix = ''): EnvironmentOptions => ({
  consumer: 'client',
  build: {
    emptyOutDir: false,
    lib: { entry: here(entry), formats: ['es'], fileName: () => `building/${file}` },
    // Library builds keep white space for other bundlers; these files go to browsers as they are.
    rolldownOptions: {
      // What later parts need of the panel they import from it; nothing of it is a file of its own, which nobody would check.
      preserveEntrySignatures: 'allow-extension',
      output: {
        minify: true,
        chunkFileNames: `building/${prefix}[name].js`,
        codeSplitting: { groups: [{ name: 'panel', test: PANEL_MODULES }] },
      },
    },
  },
});

/**
 * Two bundles in one directory: the shop page (`index.html`, `assets/`), and the widget: `widget.js` with
 * `widget/<version>/` and `widget.json`.
 */
export default defineConfig({
  root: here('./shop'),
  plugins: [compactStyles(), noGlobalNames(), intactImports()],
  build: { outDir: here('../../dist/widget'), emptyOutDir: true, target: 'es2023', modulePreload: false },
  environments: {
    client: {
      build: { rolldownOptions: { input: [here('./shop/index.html'), here('./shop/docs/widget.html')] } },
    },
    panel: library('./panel.ts', PANEL_FILE),
    pageLife: library('./page-life.ts', PAGE_LIFE_FILE, 'page-'),
    invitation: library('./invitation.ts', INVITATION_FILE),
    loader: library('./floorwalker-chat.ts', 'widget.js'),
  },
  builder: {
    async buildApp(builder) {
      for (const name of ['client', 'panel', 'pageLife', 'invitation', 'loader']) {
        const environment = builder.environments[name];
        if (environment !== undefined) await builder.build(environment);
      }
      copyFileSync(here('./widget.d.ts'), resolve(builder.config.build.outDir, 'widget.d.ts'));
      publishWidget(resolve(builder.config.root, builder.config.build.outDir));
    },
  },
});

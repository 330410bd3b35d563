import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vite';

const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

/** Two bundles in one directory: the shop page (`index.html`, `assets/`), and the widget: `widget.js`, and in `assets/` what it loads. */
export default defineConfig({
  root: here('./shop'),
  build: { outDir: here('../../dist/widget'), emptyOutDir: true, target: 'es2023', modulePreload: false },
  environments: {
    widget: {
      consumer: 'client',
      build: {
        emptyOutDir: false,
        lib: { entry: here('./floorwalker-chat.ts'), formats: ['es'], fileName: () => 'widget.js' },
        // Library builds keep white space for other bundlers; this file goes to browsers as it is.
        rolldownOptions: { output: { minify: true, chunkFileNames: 'assets/[name]-[hash].js' } },
      },
    },
  },
  builder: {
    async buildApp(builder) {
      for (const name of ['client', 'widget']) {
        const environment = builder.environments[name];
        if (environment !== undefined) await builder.build(environment);
      }
    },
  },
});

import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vite';

const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

/** The pages of the desk: one page, whose parts come when they are opened. Served below `/desk/`, beside the widget. */
export default defineConfig({
  root: here('.'),
  base: '/desk/',
  publicDir: false,
  build: {
    outDir: here('../../dist/widget/desk'),
    emptyOutDir: true,
    target: 'es2023',
    modulePreload: false,
    assetsInlineLimit: 0,
  },
});

import { spawnSync } from 'node:child_process';
import { copyFileSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { temporaryDirectory } from '../support/temporary-directory.ts';

const WIDGET = fileURLToPath(new URL('../../src/widget/', import.meta.url));
const require = createRequire(import.meta.url);
const COMPILER = join(dirname(require.resolve('typescript/package.json')), 'bin', 'tsc');

/** As much of React and Vue as the examples speak of. */
const REACT = `export type Ref<T> = { current: T | null };
export function useEffect(effect: () => void | (() => void), on: readonly unknown[]): void;
export function useRef<T>(first: T | null): Ref<T>;
export namespace JSX { interface Element { readonly key: string | null } interface IntrinsicElements {} }`;
const RUNTIME = `import type { JSX } from 'react';
export type { JSX };
export declare function jsx(...given: unknown[]): JSX.Element;`;
const VUE = `declare function defineProps<T>(): T;
declare function defineEmits<T extends { basket: unknown[] }>(): (name: 'basket', ...given: T['basket']) => void;`;
const PAGE = `import type { FloorwalkerChat } from './widget.d.ts';
const chat: FloorwalkerChat | null = document.querySelector('floorwalker-chat');
document.addEventListener('floorwalker-reply', ({ detail }) => detail.productIds.join());
document.createElement('floorwalker-chat').addEventListener('floorwalker-product-clicked', (event) => {
  event.preventDefault();
  const url: string | undefined = event.detail.url;
  void url;
});
if (chat !== null) void Object.assign(chat, { market: 'DE' }).say('hello').then(() => chat.hide());`;

it('compile against the types that are served, strictly', () => {
  const directory = temporaryDirectory();
  const write = (file: string, code: string) => {
    mkdirSync(dirname(join(directory, file)), { recursive: true });
    writeFileSync(join(directory, file), code);
  };
  copyFileSync(join(WIDGET, 'widget.d.ts'), join(directory, 'widget.d.ts'));
  copyFileSync(join(WIDGET, 'examples', 'assistant.tsx'), join(directory, 'assistant.tsx'));
  const [, script = ''] =
    /<script setup lang="ts">([\s\S]*?)<\/script>/.exec(
      readFileSync(join(WIDGET, 'examples', 'assistant.vue'), 'utf8'),
    ) ?? [];
  write('vue-script.ts', `${script}\nexport {};`);
  write('vue.d.ts', VUE);
  write('page.ts', PAGE);
  write('node_modules/react/index.d.ts', REACT);
  write('node_modules/react/jsx-runtime.d.ts', RUNTIME);
  write(
    'tsconfig.json',
    JSON.stringify({
      compilerOptions: {
        target: 'es2023',
        module: 'esnext',
        moduleResolution: 'bundler',
        lib: ['es2023', 'dom', 'dom.iterable'],
        jsx: 'react-jsx',
        strict: true,
        noEmit: true,
        allowImportingTsExtensions: true,
        types: [],
      },
      include: ['*.ts', '*.tsx'],
    }),
  );
  const { stdout, status } = spawnSync(process.execPath, [COMPILER, '-p', directory], { encoding: 'utf8' });
  expect(stdout).toBe('');
  expect(status).toBe(0);
});

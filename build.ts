import { spawnSync } from 'node:child_process';
import { cpSync, rmSync } from 'node:fs';
import { join } from 'node:path';

/** Built by `build:widget`. */
const BROWSER_ROOMS = ['widget', 'console', 'web'].map((room) => join('src', room));

/** Publishable JavaScript with types: `dist/src`, `dist/connectors` and `dist/prompts` beside the widget of `build:widget`. */
for (const folder of ['src', 'connectors', 'prompts'])
  rmSync(`dist/${folder}`, { recursive: true, force: true });
const compiled = spawnSync('tsc', ['-p', 'tsconfig.build.json'], { stdio: 'inherit' });
cpSync('prompts', 'dist/prompts', { recursive: true, filter: (source) => !source.endsWith('.ts') });
// Data that is read by name when the server starts, so that a language is added by adding files.
cpSync('src', 'dist/src', {
  recursive: true,
  filter: (source) => !isCode(source) && !BROWSER_ROOMS.some((room) => source.startsWith(room)),
});
cpSync('connectors', 'dist/connectors', {
  recursive: true,
  filter: (source) => !/\.(?:ts|md)$/.test(source),
});
process.exitCode = compiled.status ?? 1;

/** Code, and what is written about it; the texts of the demo shop are data. */
function isCode(path: string): boolean {
  return path.endsWith('.ts') || (path.endsWith('.md') && !path.startsWith(join('src', 'demo', 'documents')));
}

import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { ERROR_CODES } from '../../src/errors/error-codes.ts';
import { ROOMS, VENDOR_DOORS } from './rooms.ts';
import { ROOT, type SourceFile, sourceFiles } from './source-files.ts';

const product = sourceFiles('src', 'connectors', 'prompts', 'eval');
const everything = [...product, ...sourceFiles('test')];
const readme = readFileSync(join(ROOT, 'README.md'), 'utf8');

const roomOf = (path: string): string | undefined =>
  Object.keys(ROOMS)
    .filter((room) => path === room || path.startsWith(`${room}/`))
    .sort((left, right) => right.length - left.length)[0];

const faults = (find: (file: SourceFile) => readonly string[], files: readonly SourceFile[] = product) =>
  files.flatMap((file) => find(file).map((fault) => `${file.path}: ${fault}`));

const BROWSER_CODE = /^src\/(?:widget|console|web)\//;

describe('rooms', () => {
  it('have a place in the table, every file of them', () => {
    expect(product.filter(({ path }) => roomOf(path) === undefined).map(({ path }) => path)).toEqual([]);
  });

  it('import only the rooms they may', () => {
    const found = faults(({ path, imports }) => {
      const room = roomOf(path) ?? '';
      const allowed = ROOMS[room] ?? [];
      return imports.flatMap(({ target }) => {
        const other = target === undefined ? undefined : roomOf(target);
        if (target === undefined || other === room || allowed.includes('*')) return [];
        return other !== undefined && allowed.includes(other) ? [] : [`imports ${target}`];
      });
    });
    expect(found).toEqual([]);
  });

  it('stand in the README with the rooms they may import', () => {
    const missing = Object.keys(ROOMS).filter((room) => !readme.includes(`\`${room}\``));
    expect(missing).toEqual([]);
  });

  it('give the browser types only', () => {
    const found = faults(({ path, imports }) =>
      BROWSER_CODE.test(path)
        ? imports
            .filter(({ target, typeOnly }) => target !== undefined && !typeOnly && !BROWSER_CODE.test(target))
            .map(({ specifier }) => specifier)
        : [],
    );
    expect(found).toEqual([]);
  });

  it('have no cycle of imports', () => {
    const graph = new Map(
      product.map(({ path, imports }) => [
        path,
        imports.flatMap(({ target, typeOnly }) => (target === undefined || typeOnly ? [] : [target])),
      ]),
    );
    const done = new Set<string>();
    const cycles: string[] = [];
    const visit = (path: string, trail: readonly string[]): void => {
      if (trail.includes(path)) cycles.push([...trail.slice(trail.indexOf(path)), path].join(' -> '));
      else if (!done.has(path)) {
        for (const next of graph.get(path) ?? []) visit(next, [...trail, path]);
        done.add(path);
      }
    };
    for (const path of graph.keys()) visit(path, []);
    expect(cycles).toEqual([]);
  });
});

describe('vendors', () => {
  it.each(Object.entries(VENDOR_DOORS))('keeps %s behind its door', (vendor, doors) => {
    const found = faults(({ path, imports }) =>
      imports
        .filter(
          ({ specifier }) =>
            specifier === vendor || specifier.startsWith(vendor.endsWith('/') ? vendor : `${vendor}/`),
        )
        .filter(() => !doors.some((door) => path.startsWith(door)))
        .map(({ specifier }) => `imports ${specifier}`),
    );
    expect(found).toEqual([]);
  });

  it('reads the environment in main only', () => {
    expect(
      faults(({ path, text }) =>
        path !== 'src/main.ts' && /process\.env\b/.test(text) && !path.startsWith('eval/')
          ? ['process.env']
          : [],
      ),
    ).toEqual([]);
  });
});

describe('files', () => {
  it('have at most 300 lines, the orchestrator at most 150', () => {
    const long = everything.filter(
      ({ path, text }) => text.split('\n').length - 1 > (path === 'src/chat/handle-turn.ts' ? 150 : 300),
    );
    expect(long.map(({ path }) => path)).toEqual([]);
  });

  it('throw our error class and leave nothing open', () => {
    const found = faults(
      ({ text }) =>
        text.match(
          /throw new Error\(|TODO|FIXME|not (?:yet )?implemented|@ts-(?:ignore|nocheck|expect-error)/g,
        ) ?? [],
    );
    expect(found).toEqual([]);
  });

  it('skip no test', () => {
    expect(
      faults(
        ({ text }) => text.match(/\b(?:it|test|describe)\.(?:skip|only|todo)\(/g) ?? [],
        sourceFiles('test'),
      ),
    ).toEqual([]);
  });
});

describe('documents', () => {
  it('list every error code in the README with its status', () => {
    const missing = Object.entries(ERROR_CODES).filter(
      ([code, { status }]) => !new RegExp(`\\| \`${code}\` \\| ${status} \\|`).test(readme),
    );
    expect(missing.map(([code]) => code)).toEqual([]);
  });

  it('point only at files that exist', () => {
    const links = [...readme.matchAll(/\]\((?!https?:|#)([^)#]+)/g)].map((match) => match[1] ?? '');
    expect(links.filter((link) => !existsSync(join(ROOT, link)))).toEqual([]);
  });
});

describe('decision records', () => {
  const numbers = readdirSync(join(ROOT, 'src/decisions')).map((name) => name.slice(0, 4));

  it('are numbered one after another, each number once, at the head as in the name', () => {
    expect(numbers).toEqual(numbers.map((_, place) => String(place + 1).padStart(4, '0')));
    const heads = readdirSync(join(ROOT, 'src/decisions')).map((name) =>
      readFileSync(join(ROOT, 'src/decisions', name), 'utf8').slice(2, 6),
    );
    expect(heads).toEqual(numbers);
  });
});

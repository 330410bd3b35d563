import type { PageRoute } from './page.ts';

export interface FoundPage {
  readonly route: PageRoute;
  readonly params: Readonly<Record<string, string>>;
}

/** @returns The first page whose path is this one; `:name` stands for one part of it, which is decoded. */
export function findPage(routes: readonly PageRoute[], path: string): FoundPage | undefined {
  const parts = partsOf(path);
  for (const route of routes) {
    for (const address of [route.path, ...(route.also ?? [])]) {
      const params = readParams(partsOf(address), parts);
      if (params !== undefined) return { route, params };
    }
  }
  return undefined;
}

function readParams(wanted: readonly string[], parts: readonly string[]): Record<string, string> | undefined {
  const params: Record<string, string> = {};
  const fits = wanted.every((want, index) => {
    const part = parts[index] ?? '';
    if (!want.startsWith(':')) return want === part;
    params[want.slice(1)] = part;
    return part !== '';
  });
  return fits && wanted.length === parts.length ? params : undefined;
}

const partsOf = (path: string): string[] => path.replace(/\/$/, '').split('/').map(decoded);

function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}

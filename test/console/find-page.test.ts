import { describe, expect, it } from 'vitest';
import { findPage } from '../../src/console/find-page.ts';
import type { PageRoute } from '../../src/console/page.ts';

const route = (path: string, also: readonly string[] = []): PageRoute => ({
  path,
  also,
  title: path,
  load: () => Promise.reject(new Error('not opened')),
});
const queue = route('/desk/queue', ['/desk/conversations/:conversationId']);
const cases = route('/desk/cases/:caseId');
const found = (path: string) => findPage([queue, cases], path);

describe('findPage', () => {
  it('finds a page by its address, with or without a slash at the end', () => {
    expect(found('/desk/queue')).toEqual({ route: queue, params: {} });
    expect(found('/desk/queue/')?.route).toBe(queue);
  });

  it('reads parameters decoded, of each address of a page', () => {
    expect(found('/desk/cases/a%2Fb')).toEqual({ route: cases, params: { caseId: 'a/b' } });
    expect(found('/desk/conversations/c1')).toEqual({ route: queue, params: { conversationId: 'c1' } });
  });

  it('keeps what cannot be decoded as it is', () => {
    expect(found('/desk/cases/%E0%A4%A')?.params).toEqual({ caseId: '%E0%A4%A' });
  });

  it('finds nothing for an empty parameter, a longer or another address', () => {
    for (const path of ['/desk/cases/', '/desk/cases/1/2', '/desk', '/other'])
      expect(found(path)).toBeUndefined();
  });
});

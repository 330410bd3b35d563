import { describe, expect, it } from 'vitest';
import { KeptDrafts } from '../../../src/console/settings/kept-drafts.ts';
import { keptInMemory } from '../../support/kept-in-memory.ts';

describe('drafts of settings', () => {
  it('come back where they were left, each with the version that it was begun on', () => {
    const window = keptInMemory();
    const drafts = new KeptDrafts<string>(window);
    drafts.change('review', 'a', 3);
    drafts.change('review', 'ab', 4);
    drafts.change('macros', 'x', 0);
    const reopened = new KeptDrafts<string>(window);
    expect(reopened.names()).toEqual(['review', 'macros']);
    expect(reopened.get('review')).toEqual({ value: 'ab', version: 3 });
    expect(reopened.get('weights')).toBeUndefined();
  });

  it('go on from what is in force by now once their author says so, as they are', () => {
    const window = keptInMemory();
    const drafts = new KeptDrafts<string>(window);
    drafts.change('review', 'a', 3);
    drafts.goOnFrom('review', 4);
    drafts.goOnFrom('macros', 4);
    expect(new KeptDrafts<string>(window).get('review')).toEqual({ value: 'a', version: 4 });
    expect(drafts.names()).toEqual(['review']);
  });

  it('are gone once they are published or discarded, and leave the others', () => {
    const window = keptInMemory();
    const drafts = new KeptDrafts<string>(window);
    drafts.change('review', 'a', 3);
    drafts.change('macros', 'x', 1);
    drafts.drop('review');
    expect(new KeptDrafts<string>(window).names()).toEqual(['macros']);
    drafts.drop('macros');
    expect(window.read('drafts')).toBeUndefined();
  });

  it('have names of any kind, also those that every object knows', () => {
    const drafts = new KeptDrafts<string>(keptInMemory());
    expect(drafts.get('constructor')).toBeUndefined();
    drafts.change('', 'a new one', 0);
    expect(drafts.get('')?.value).toBe('a new one');
  });
});

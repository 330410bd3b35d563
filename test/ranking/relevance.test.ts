import { describe, expect, it } from 'vitest';
import { RELEVANCE_SIGNALS, type RelevanceRequest, readRelevance } from '../../src/ranking/relevance.ts';
import learned from '../../src/ranking/relevance-weights.json' with { type: 'json' };
import { normaliseSources } from '../../src/ranking/source-values.ts';
import { factsMap, factsOf, list, wordingOf } from './support.ts';

const read = (request: RelevanceRequest) => readRelevance(request, normaliseSources(request.lists));
const titled = (productId: string, title: string, vector = Float32Array.of(1, 0)) =>
  factsOf(productId, { titles: [title.split(' ')], vector });

describe('relevance', () => {
  it('measures what a title holds of the words by the best title of the list', () => {
    const facts = factsMap(titled('one', 'oak board'), titled('two', 'oak'), titled('none', 'steel'));
    const values = read({
      lists: [],
      coverage: new Map(),
      facts,
      wording: wordingOf('oak', 'board', 'rough', 'long'),
    });

    expect(values.get('one')).toMatchObject({ 'title-words': 0.5, 'best-words': 1 });
    expect(values.get('two')).toMatchObject({ 'title-words': 0.25, 'best-words': 0.5 });
    expect(values.get('none')).toMatchObject({ 'title-words': 0, 'best-words': 0 });
  });

  it('lets the text lead where no product has the words, and not where one has them all', () => {
    const facts = factsMap(titled('one', 'oak'), titled('two', 'steel'));
    const lists = [list('text', { one: 0.8, two: 0.4 })];
    const unsaid = (word: string) =>
      read({ lists, coverage: new Map(), facts, wording: wordingOf(word) }).get('two')?.['text-unsaid'];

    expect(unsaid('oak')).toBe(0);
    expect(unsaid('moon')).toBe(0.5);
    expect(
      read({ lists, coverage: new Map([['one', 1]]), facts, wording: wordingOf('moon') }).get('two'),
    ).toMatchObject({ 'text-unsaid': 0 });
  });

  it('compares products with the text that only the words found', () => {
    const facts = factsMap(titled('near', 'oak'), titled('words', 'oak', Float32Array.of(0.6, 0.8)));
    const wording = { ...wordingOf('oak'), vector: Float32Array.of(1, 0) };
    const values = read({
      lists: [list('text', { near: 1 }), list('terms', { words: 3 })],
      coverage: new Map(),
      facts,
      wording,
    });

    expect(values.get('words')?.text).toBeCloseTo(0.6);
    expect(values.get('near')?.text).toBe(1);
  });

  it('looks at no title without words', () => {
    const values = read({
      lists: [list('terms', { one: 2 })],
      coverage: new Map(),
      facts: factsMap(titled('one', 'oak')),
    });

    expect(values.get('one')).toMatchObject({ terms: 1, 'title-words': 0, alike: 0 });
  });

  it('has a learned weight for each signal, together one', () => {
    expect(Object.keys(learned).toSorted()).toEqual([...RELEVANCE_SIGNALS].toSorted());
    expect(Object.values(learned).reduce((sum, weight) => sum + weight, 0)).toBeCloseTo(1, 3);
  });
});

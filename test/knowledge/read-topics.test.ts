import { describe, expect, it } from 'vitest';
import { readTopics } from '../../src/knowledge/read-topics.ts';

const topicsOf = (documentId: string, texts: readonly string[], language = 'en') =>
  [
    ...readTopics({
      documentId,
      title: 'Good to know',
      language,
      updatedAtMs: 0,
      passages: texts.map((text) => ({ headings: ['Good to know'], sentences: [text] })),
    }),
  ].toSorted();

describe('what a document is on', () => {
  it('is told by the name of its file, in English or its own language', () => {
    expect(topicsOf('help/delivery.md', ['Write to us.'])).toEqual(['policy:shipping']);
    expect(topicsOf('hilfe/versand.md', ['Schreiben Sie uns.'], 'de')).toEqual(['policy:shipping']);
    expect(topicsOf('hilfe/delivery.html', ['Schreiben Sie uns.'], 'de')).toEqual(['policy:shipping']);
  });

  it('is not told by the folder that the file is in', () => {
    expect(topicsOf('delivery/page-7.md', ['Write to us.'])).toEqual([]);
  });

  it('is what most of its passages name', () => {
    const texts = ['The guarantee lasts two years.', 'A guarantee covers faults.', 'Write to us.'];
    expect(topicsOf('page-7.md', texts)).toEqual(['policy:warranty']);
  });

  it('is not what a single passage names', () => {
    expect(topicsOf('page-7.md', ['The guarantee lasts two years.'])).toEqual([]);
  });

  it('is not what few of many passages name', () => {
    const texts = [
      'The guarantee lasts two years.',
      'A guarantee covers faults.',
      ...Array.from({ length: 6 }, (_, at) => `Chapter ${at} tells of the founders.`),
    ];
    expect(topicsOf('page-7.md', texts)).toEqual([]);
  });

  it('is nothing for a document without passages and with a name that says nothing', () => {
    expect(topicsOf('page-7.md', [])).toEqual([]);
  });
});

import { expect, it } from 'vitest';
import { createRecent } from '../../../../connectors/product-index/embedded/recent.ts';

it('finds an answer once, until it is pushed out by more recent ones or all are cleared', () => {
  const recent = createRecent<string | undefined>(2);
  const found: string[] = [];
  const get = (question: string) =>
    recent.get(question, () => {
      found.push(question);
      return question === 'nothing' ? undefined : question.toUpperCase();
    });

  expect([get('a'), get('nothing'), get('a'), get('nothing'), get('a')]).toEqual([
    'A',
    undefined,
    'A',
    undefined,
    'A',
  ]);
  expect(found).toEqual(['a', 'nothing']);
  get('c');
  get('a');
  expect(found).toEqual(['a', 'nothing', 'c']);
  get('nothing');
  expect(found).toEqual(['a', 'nothing', 'c', 'nothing']);
  recent.clear();
  get('nothing');
  expect(found).toHaveLength(5);
});

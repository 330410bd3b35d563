import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { classify } from '../../../src/understanding/statistical/classifier.ts';
import { trainClassifier } from '../../../src/understanding/statistical/train-classifier.ts';
import { utteranceFeatures } from '../../../src/understanding/statistical/utterance-features.ts';

const EXAMPLES = [
  ['where is my parcel', 'order'],
  ['where is my order', 'order'],
  ['my parcel has not come', 'order'],
  ['wo ist mein paket', 'order'],
  ['mein paket ist nicht da', 'order'],
  ['show me red shoes', 'find'],
  ['i want red shoes', 'find'],
  ['show me a jacket', 'find'],
  ['zeig mir rote schuhe', 'find'],
  ['ich suche rote schuhe', 'find'],
].map(([utterance = '', label = '']) => ({ utterance, label }));

describe('trainClassifier', () => {
  const model = trainClassifier(EXAMPLES);
  const best = (utterance: string) => classify(model, utterance)[0]?.label;

  it('tells apart what it was taught, and what is said a little differently', () => {
    for (const { utterance, label } of EXAMPLES) expect(best(utterance)).toBe(label);
    expect(best('Where are my parcels?')).toBe('order');
    expect(best('rotre Schuhe bitte')).toBe('find');
  });

  it('gives probabilities that add up to 1, also for what it knows nothing of', () => {
    fc.assert(
      fc.property(fc.string(), (utterance) => {
        const answers = classify(model, utterance);
        expect(answers.map(({ label }) => label).toSorted()).toEqual(['find', 'order']);
        expect(answers.reduce((sum, { probability }) => sum + probability, 0)).toBeCloseTo(1, 9);
      }),
    );
    expect(classify(model, 'qqq').map(({ probability }) => probability)).toEqual([0.5, 0.5]);
  });

  it('learns the same from the same utterances', () => {
    expect(trainClassifier(EXAMPLES).weights).toEqual(model.weights);
  });

  it('refuses to learn a single label', () => {
    expect(() => trainClassifier(EXAMPLES.slice(0, 3))).toThrow(
      expect.objectContaining({ code: 'INVALID_ARGUMENT' }),
    );
  });
});

it('takes pieces of a script without blanks from its first letter on', () => {
  expect(utteranceFeatures('赤い靴').pieces).toEqual(expect.arrayContaining(['c 赤', 'c い靴', 'c 赤い靴']));
});

import { expect, it } from 'vitest';
import { classify } from '../../../src/understanding/statistical/classifier.ts';
import { trainClassifier } from '../../../src/understanding/statistical/train-classifier.ts';
import { packWeights, unpackWeights } from '../../../src/understanding/statistical/weight-file.ts';

const EXAMPLES = [
  ['return', 'send it back'],
  ['return', 'take it back please'],
  ['return', 'i want to send the shoes back'],
  ['undo', 'go one step back'],
  ['undo', 'the list before'],
  ['undo', 'show the list before please'],
].map(([label = '', utterance = '']) => ({ label, utterance }));

it('keeps what a model says through packing, a file and unpacking', () => {
  const model = trainClassifier(EXAMPLES);
  const again = unpackWeights(JSON.parse(JSON.stringify(packWeights(model, 'digest'))));
  for (const { utterance } of EXAMPLES) {
    const [before] = classify(model, utterance);
    const [after] = classify(again, utterance);
    expect(after?.label).toBe(before?.label);
    expect(after?.probability).toBeCloseTo(before?.probability ?? 0, 1);
  }
});

import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { SPOKEN_LANGUAGES } from '../../../src/text/languages.ts';
import { OWN_WEIGHTS } from '../../../src/understanding/statistical/choose-command.ts';
import { digestOf } from '../../../src/understanding/statistical/train-commands.ts';
import {
  ownUtterances,
  readExamples,
  trainLanguage,
} from '../../../src/understanding/statistical/train-languages.ts';
import { TRAINING_VERSION, weightFileSchema } from '../../../src/understanding/statistical/weight-file.ts';

const kept = (language: string) => {
  const file = new URL(`${language}.json`, OWN_WEIGHTS);
  return existsSync(file) ? weightFileSchema.parse(JSON.parse(readFileSync(file, 'utf8'))) : undefined;
};

describe('the weights of commands', () => {
  it.each(SPOKEN_LANGUAGES)('in %s were learned from the utterances that stand beside them', (language) => {
    const utterances = ownUtterances(language);
    if (utterances.length === 0) expect(kept(language)).toBeUndefined();
    else
      expect(kept(language)).toMatchObject({ version: TRAINING_VERSION, utterances: digestOf(utterances) });
  });

  it('stay below 1.5 MB for all languages together', () => {
    const sizes = SPOKEN_LANGUAGES.map((language) => new URL(`${language}.json`, OWN_WEIGHTS))
      .filter(existsSync)
      .map((file) => readFileSync(file).length);
    expect(sizes.length).toBeGreaterThan(0);
    expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThan(1_500_000);
  });

  it('are the same each time, and others with a merchant’s examples', async () => {
    const own = await trainLanguage('de');
    const label = 'ask-policy other';
    const given = await trainLanguage('de', [{ label, utterance: 'verleiht ihr auch Zelte' }]);
    expect(await trainLanguage('de')).toEqual(own);
    expect(given.utterances).not.toBe(own.utterances);
    expect(given.labels).toContain(label);
  });
});

describe('examples of a merchant', () => {
  it('are read by language', () => {
    const read = readExamples(
      '# ours\nen\tcancel-order\tbin my order\n\nde\task-policy other\tverleiht ihr Zelte\n',
      'a',
    );
    expect(read.get('en')).toEqual([{ label: 'cancel-order', utterance: 'bin my order' }]);
    expect([...read.keys()]).toEqual(['en', 'de']);
  });

  it.each(['xx\tfind\tboots', 'en\tfly\tto the moon', 'en\tfind', 'boots'])('are refused as %j', (line) => {
    expect(() => readExamples(line, 'a')).toThrow(expect.objectContaining({ code: 'INVALID_ARGUMENT' }));
  });
});

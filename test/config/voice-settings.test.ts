import { expect, it } from 'vitest';
import { loadConfig } from '../../src/config/config.ts';
import { AssistantError } from '../../src/errors/assistant-error.ts';

const formality = (text: string) => loadConfig({ FLOORWALKER_FORMALITY: text }).FORMALITY;

it('speaks formally and plainly by default', () => {
  expect(loadConfig({})).toMatchObject({ TONE: 'neutral', FORMALITY: { default: 'formal' } });
});

it('reads one form of address for all, and others by market, language or both', () => {
  expect(formality('familiar')).toEqual({ default: 'familiar' });
  expect(formality('formal, NL=familiar,fr-CH = familiar')).toEqual({
    default: 'formal',
    NL: 'familiar',
    'fr-CH': 'familiar',
  });
  expect(formality('de=familiar')).toEqual({ default: 'formal', de: 'familiar' });
});

it.each(['du', 'NL=du', 'germany=familiar', 'NL=familiar=formal', 'fr-ch=familiar', '=familiar'])(
  'refuses "%s"',
  (text) => {
    expect(() => formality(text)).toThrow(AssistantError);
    expect(() => formality(text)).toThrow('FLOORWALKER_FORMALITY');
  },
);

it('refuses a tone that it does not know', () => {
  expect(() => loadConfig({ FLOORWALKER_TONE: 'funny' })).toThrow('FLOORWALKER_TONE');
});

import { describe, expect, it } from 'vitest';
import { composeStep } from '../../src/reply/compose-step.ts';
import { createPhrasebook } from '../../src/reply/phrasebook.ts';
import { createSpeaker, joinSentences } from '../../src/reply/speaker.ts';
import { LANGUAGES, PLACES, type TestLanguage } from './support.ts';

const phrasebook = createPhrasebook();
const say = (step: Parameters<typeof composeStep>[1], language: TestLanguage = 'en') =>
  joinSentences(composeStep(createSpeaker(phrasebook, { language, locale: PLACES[language] }), step, false));

describe('composeStep', () => {
  it('asks which one is meant, by position and title', () => {
    const options = [
      { position: 1, title: 'Blue scarf' },
      { position: 3, title: 'Navy scarf' },
    ];
    const { text, claims } = say({ act: 'clarify', options });
    expect(text).toBe('Which one do you mean: (1) Blue scarf or (3) Navy scarf?');
    expect(claims).toEqual([
      { text: 'Blue scarf', evidence: 'list:1' },
      { text: 'Navy scarf', evidence: 'list:3' },
    ]);
    expect(say({ act: 'clarify', options: options.slice(0, 1) }).text).toBe('Do you mean (1) Blue scarf?');
  });

  it('says what to do when there is no list to point at', () => {
    expect(say({ act: 'clarify', options: [] }).text).toContain('there is no list yet');
  });

  it.each(LANGUAGES)('promises nobody who is not there when a person is asked for ("%s")', (language) => {
    const texts = (['requested', 'order', 'complaint'] as const).map(
      (reason) => say({ act: 'handoff', reason }, language).text,
    );
    expect(new Set(texts).size).toBe(3);
    for (const text of texts) expect(text).toMatch(/contact|Kontakt|coordonnées/u);
  });

  it('says when somebody is there again, by the clocks of the shop, but not to who is in danger', () => {
    const backAt = { atMs: Date.parse('2026-11-24T08:00:00Z'), timeZone: 'Europe/Berlin' };
    expect(say({ act: 'handoff', reason: 'anger', backAt }, 'de').text).toContain(
      'wieder da: Dienstag, 24. November um 09:00 MEZ.',
    );
    for (const language of LANGUAGES)
      expect(say({ act: 'handoff', reason: 'requested', backAt }, language).text).toMatch(/24|9/u);
    expect(say({ act: 'handoff', reason: 'safety', backAt }).text).toBe(
      say({ act: 'handoff', reason: 'safety' }).text,
    );
  });
});

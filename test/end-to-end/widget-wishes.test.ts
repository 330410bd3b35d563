import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { OpenService } from '../../src/assembly/open-service.ts';
import { SPOKEN_LANGUAGES } from '../../src/text/languages.ts';
import { createTranslate } from '../../src/widget/translate.ts';
import { demoService, talk } from '../support/demo-service.ts';

let service: OpenService;
beforeAll(async () => {
  service = await demoService();
});
afterAll(async () => await service.close());

const { signal } = new AbortController();

const labelsOf = (language: string): Readonly<Record<'sayPerson' | 'exampleOf', string>> =>
  JSON.parse(readFileSync(`src/widget/messages/${language}.json`, 'utf8'));

it.each(SPOKEN_LANGUAGES)(
  'the button to a person sends what is understood as that wish: %s',
  async (language) => {
    const conversation = await talk(service, { locale: language });
    const turn = await conversation.say(labelsOf(language).sayPerson);
    expect(turn.handoff?.reason).toBe('requested');
    const later = await talk(service, { locale: language });
    await later.say(createTranslate({ en: labelsOf(language) }, 'en')('exampleOf', { name: 'Bags' }));
    expect((await later.say(labelsOf(language).sayPerson)).handoff?.reason).toBe('requested');
  },
);

it.each(SPOKEN_LANGUAGES)(
  'a question to begin with shows products of its department: %s',
  async (language) => {
    const { facets } = await service.departments.search(
      { query: '', limit: 1, locale: language, filters: {}, sort: 'relevance' },
      signal,
    );
    const roots = (facets.find(({ attribute }) => attribute === 'category')?.values ?? [])
      .flatMap(({ value, label }) => (value.includes('>') ? [] : [label ?? value]))
      .slice(0, 3);
    expect(roots.length).toBeGreaterThanOrEqual(2);
    for (const name of roots) {
      const conversation = await talk(service, { locale: language });
      const turn = await conversation.say(
        createTranslate({ en: labelsOf(language) }, 'en')('exampleOf', { name }),
      );
      expect([name, turn.products.length > 0]).toEqual([name, true]);
      expect([
        name,
        turn.products.every(({ category }) => category[0]?.toLowerCase() === name.toLowerCase()),
      ]).toEqual([name, true]);
    }
  },
);

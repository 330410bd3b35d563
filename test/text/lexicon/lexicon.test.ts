import { readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { splitWords } from '../../../src/text/analyze.ts';
import { SPOKEN_LANGUAGES } from '../../../src/text/languages.ts';
import {
  CONCEPTS,
  concept,
  conceptLabel,
  findConcepts,
  formsOf,
  includesConcept,
  isCelebration,
  narrowerConcepts,
  readCompound,
  translationsOf,
  widerConcepts,
} from '../../../src/text/lexicon/index.ts';
import { readWordFiles } from '../../../src/text/lexicon/word-files.ts';

/** Words of a language that do mean several things; what a shop sells decides. */
const HOMONYMS: ReadonlySet<string> = new Set([
  'en glasses',
  'en toner',
  'de uhr',
  'fr banane',
  'fr frais',
  'es reloj',
  'es fresco',
]);

const named = (text: string, language: string) =>
  findConcepts(splitWords(text, language), language).map(({ concept: { kind, id } }) => `${kind}:${id}`);

const type = (id: string) => {
  const found = concept('type', id);
  expect(found, id).toBeDefined();
  return found as NonNullable<typeof found>;
};

describe('the lexicon', () => {
  it('has every concept once, in four languages, with wider concepts that exist', () => {
    const keys = CONCEPTS.map(({ kind, id }) => `${kind}:${id}`);
    expect(keys.filter((key, index) => keys.indexOf(key) !== index)).toEqual([]);
    for (const { id, kind, forms, broader } of CONCEPTS) {
      for (const language of SPOKEN_LANGUAGES)
        expect(forms[language]?.length ?? 0, `${id} ${language}`).toBeGreaterThan(0);
      for (const wider of broader ?? []) expect(concept(kind, wider), `${id} < ${wider}`).toBeDefined();
    }
  });

  it('knows 2,000 concepts of every kind, among them 1,400 kinds of things', () => {
    expect(CONCEPTS.length).toBeGreaterThan(2_000);
    expect(CONCEPTS.filter(({ kind }) => kind === 'type').length).toBeGreaterThan(1_400);
    expect(new Set(CONCEPTS.map(({ kind }) => kind)).size).toBe(11);
  });

  it('has a label for every concept in every language that has a file of words, spoken or not', () => {
    const files = readdirSync(new URL('../../../src/text/lexicon/words/', import.meta.url));
    const languages = files.map((file) => file.replace('.json', ''));
    for (const [language, words] of readWordFiles(languages)) {
      const without = CONCEPTS.filter(({ kind, id }) => (words[kind]?.[id] ?? []).length === 0);
      expect(without.map(({ kind, id }) => `${language} ${kind} ${id}`)).toEqual([]);
    }
  });

  it('calls two concepts of a kind alike only where the language does', () => {
    const homonyms = SPOKEN_LANGUAGES.flatMap((language) => {
      const named = Map.groupBy(
        CONCEPTS.flatMap((entry) =>
          [...new Set(formsOf(entry, language).map((form) => form.toLowerCase()))].map((form) => ({
            form: `${language} ${form}`,
            kind: entry.kind,
          })),
        ),
        ({ form, kind }) => `${kind} ${form}`,
      );
      return [...named.values()].flatMap(([first, ...others]) =>
        first === undefined || others.length === 0 ? [] : [first.form],
      );
    });
    expect(homonyms.filter((form) => !HOMONYMS.has(form))).toEqual([]);
  });

  it('finds every form it lists, as something of that form', () => {
    for (const language of SPOKEN_LANGUAGES) {
      for (const { forms } of CONCEPTS) {
        for (const form of forms[language] ?? [])
          expect(named(form, language), `${language} ${form}`).not.toEqual([]);
      }
    }
  });

  it('never goes round in circles', () => {
    for (const entry of CONCEPTS) {
      expect(widerConcepts(entry).slice(1), entry.id).not.toContain(entry);
    }
  });
});

describe('findConcepts', () => {
  it('names the same things in four languages', () => {
    const expected = ['color:red', 'type:scarf'];
    expect(named('red scarves', 'en')).toEqual(expected);
    expect(named('rote Schals', 'de')).toEqual(expected);
    expect(named('écharpes rouges', 'fr').toSorted()).toEqual(expected);
    expect(named('bufandas rojas', 'es').toSorted()).toEqual(expected);
  });

  it('takes the longest name', () => {
    expect(named('navy blue running shoes', 'en')).toEqual(['color:navy', 'type:running shoe']);
  });

  it('takes no function word for a thing of the same stem', () => {
    expect(named('nicht', 'de')).toEqual([]);
  });

  it('takes no word for a thing that it only shares a stem with', () => {
    expect(named('colour', 'en')).not.toContain('quality:colourful');
    expect(named('in general', 'en')).toEqual([]);
    expect(named('stocks', 'en')).toEqual([]);
    expect(named('porter', 'fr')).toEqual([]);
    expect(named('vende', 'es')).toEqual([]);
  });

  it('knows a word in its inflections, and what people do by its verb', () => {
    expect(named('kuscheliges', 'de')).toEqual(['quality:warm']);
    expect(named('rojas', 'es')).toEqual(['color:red']);
    expect(named('he hikes', 'en')).toEqual(['occasion:hiking']);
  });

  it('finds regular plurals that stemming does not join', () => {
    expect(named('collares', 'es')).toEqual(['type:necklace']);
    expect(named('sofás', 'es')).toEqual(['type:sofa']);
    expect(named('Hoodies', 'de')).toEqual(['type:hoodie']);
  });
});

describe('readCompound', () => {
  const read = (word: string) => {
    const [token] = splitWords(word, 'de');
    const compound = token === undefined ? undefined : readCompound(token, 'de');
    return compound && [compound.head.id, compound.modifiers.map(({ id }) => id), compound.prefix];
  };

  it('reads a compound by its last part', () => {
    expect(read('Winterjacke')).toEqual(['jacket', ['winter'], 'winter']);
    expect(read('Damenschal')).toEqual(['scarf', ['women'], 'damen']);
    expect(read('Herrenuhr')).toEqual(['watch', ['men'], 'herren']);
  });

  it('leaves words alone that the lexicon has itself, or that have no such part', () => {
    expect(read('Handtasche')).toBeUndefined();
    expect(read('Gartenzwerg')).toBeUndefined();
  });
});

describe('the order of concepts', () => {
  it('includes what is narrower, at any distance', () => {
    expect(includesConcept(type('clothing'), type('parka'))).toBe(true);
    expect(includesConcept(type('parka'), type('clothing'))).toBe(false);
    expect(narrowerConcepts(type('jacket')).map(({ id }) => id)).toContain('parka');
  });

  it('labels in the language, in English where we do not speak it', () => {
    expect(conceptLabel(type('scarf'), 'de')).toBe('Schal');
    expect(conceptLabel(type('scarf'), 'ja')).toBe('マフラー');
    expect(conceptLabel(type('scarf'), 'ko')).toBe('scarf');
    expect(translationsOf(type('scarf')).map(({ language }) => language)).toEqual([...SPOKEN_LANGUAGES]);
  });

  it('knows celebrations from activities', () => {
    const [birthday, hiking] = [concept('occasion', 'birthday'), concept('occasion', 'hiking')];
    expect(birthday !== undefined && isCelebration(birthday)).toBe(true);
    expect(hiking !== undefined && isCelebration(hiking)).toBe(false);
  });
});

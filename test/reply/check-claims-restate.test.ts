import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { EMPTY_NEED } from '../../src/domain/need.ts';
import type { ReplyPlan } from '../../src/domain/reply-plan.ts';
import { createClaimChecker } from '../../src/reply/check-claims.ts';
import { planned } from './check-claims-scarf.ts';

const PLACES = {
  en: 'en-IE',
  de: 'de-DE',
  fr: 'fr-FR',
  es: 'es-ES',
  it: 'it-IT',
  pt: 'pt-PT',
  nl: 'nl-NL',
  ja: 'ja-JP',
} as const;
type Place = keyof typeof PLACES;

/** Two products; the first reduced, the second sold out. */
function planIn(language: Place): ReplyPlan {
  const locale = PLACES[language];
  return {
    locale,
    language,
    steps: [
      {
        act: 'show',
        mode: 'new',
        need: { ...EMPTY_NEED, query: 'Zoltan' },
        products: [
          planned(
            'a',
            'Zoltan Alpha',
            {
              amountMinor: 3_990,
              listMinor: 4_990,
              brand: 'Ferrum',
              attributes: { size: ['M'], mark: ['Zirkonit'] },
            },
            locale,
            'EUR',
          ),
          planned(
            'b',
            'Zoltan Beta',
            { amountMinor: 5_995, availability: 'out-of-stock', attributes: { mark: ['Polymax'] } },
            locale,
            'EUR',
          ),
        ],
        total: 23,
        relaxed: [],
        unknown: [],
        exhausted: false,
      },
    ],
  };
}

function check(language: Place, pieces: readonly string[]) {
  const checker = createClaimChecker(planIn(language), { text: '', claims: [] });
  for (const piece of pieces) checker.push(piece);
  return checker.end();
}

/** Words that no shop has, around a fact. */
const STRANGE: Readonly<Record<Place, (fact: string) => string>> = {
  en: (fact) => `The Zoltan Alpha gleefully flabbergasts with its ${fact} gizmo.`,
  de: (fact) => `Zoltan Alpha verblüfft schelmisch durch ${fact} samt Firlefanz.`,
  fr: (fact) => `Zoltan Alpha époustoufle avec ${fact} et son bidule.`,
  es: (fact) => `Zoltan Alpha deslumbra con ${fact} y su cachivache.`,
  it: (fact) => `Zoltan Alpha sbalordisce con ${fact} e il suo aggeggio.`,
  pt: (fact) => `Zoltan Alpha deslumbra com ${fact} e a sua geringonça.`,
  nl: (fact) => `Zoltan Alpha verbluft met ${fact} en wat snuisterij.`,
  ja: (fact) => `Zoltan Alphaは${fact}で驚愕の珍品となります。`,
};
const PLACE_NAMES = Object.keys(PLACES) as Place[];

describe('a sentence that cannot be tied', () => {
  it.each(PLACE_NAMES)('leaves its proved value, in the words of the house (%s)', (language) => {
    const { text, removed, claims } = check(language, [STRANGE[language]('Zirkonit')]);

    expect(text).toMatch(/^Zoltan Alpha\s?[:：]\s?Zirkonit[.。]$/u);
    expect(removed).toMatchObject([{ instead: text }]);
    expect(claims).toEqual([
      { text: 'Zoltan Alpha', evidence: 'product:a#title' },
      { text: 'Zirkonit', evidence: 'product:a#attribute:mark' },
    ]);
  });

  it.each(PLACE_NAMES)('leaves nothing of a value that the product has not (%s)', (language) => {
    expect(check(language, [STRANGE[language]('Polymax')]).text).not.toContain('Polymax');
    expect(check(language, [STRANGE[language]('Wolframit')]).text).toBe('');
  });

  it.each(PLACE_NAMES)('says that a product cannot be had, whatever it said (%s)', (language) => {
    const { text } = check(language, [STRANGE[language]('x').replace('Alpha', 'Beta')]);

    expect(text).toMatch(/^Zoltan Beta\s?[:：]/u);
  });

  it('tells both prices where both are told, and one where one is', () => {
    expect(check('en', ['The Zoltan Alpha plummets gleefully from €49.90 to €39.90.']).text).toBe(
      'Zoltan Alpha: €39.90 instead of €49.90.',
    );
    expect(check('en', ['The Zoltan Alpha gleefully nails €39.90.']).text).toBe('Zoltan Alpha: €39.90.');
    expect(check('en', ['The Zoltan Alpha gleefully nails €49.90.']).text).toBe('');
  });

  it('tells how many there are', () => {
    expect(check('en', ['My rummage unearthed 23 of these gizmos.']).text).toBe('23 products fit.');
    expect(check('en', ['My rummage unearthed 24 of these gizmos.']).text).toBe('');
  });

  it('tells each product its own, and no denied one', () => {
    const text = 'For gizmos, Zirkonit is the Zoltan Alpha, and Polymax flabbergasts in the Zoltan Beta.';

    expect(check('en', [text]).text).toBe('Zoltan Alpha: Zirkonit. Zoltan Beta: Polymax.');
    expect(check('en', ["The Zoltan Alpha isn't gleefully Zirkonit."]).text).toBe('');
  });

  it('tells nothing twice', () => {
    const { text } = check('en', [STRANGE.en('Zirkonit'), ' ', STRANGE.en('Zirkonit')]);

    expect(text).toBe('Zoltan Alpha: Zirkonit.');
  });

  it('reads no share as a size, and no letter of a word', () => {
    expect(check('en', ["I'm gleefully flabbergasted by gizmos of the Zoltan Alpha."]).text).not.toContain(
      'size',
    );
  });

  it('is told with the question before it', () => {
    expect(check('en', ['Hooked on Polymax? Then the Zoltan Alpha gleefully delights.']).text).toBe('');
    expect(check('en', ['Hooked on Zirkonit? Then the Zoltan Alpha gleefully delights.']).text).toBe(
      'Zoltan Alpha: Zirkonit.',
    );
  });
});

describe('a sentence that tells nothing', () => {
  it.each([
    'The Zoltan Alpha is second to none.',
    'The Zoltan Alpha is easy to clean.',
    'The Zoltan Alpha works everywhere.',
    'The Zoltan Alpha is the most comfortable.',
  ])('is not said of a product: %s', (sentence) => {
    expect(check('en', [sentence]).text).toBe('');
  });

  it.each([
    ['en', 'Shall I rummage for a few more?'],
    ['en', 'I gladly help you with a bit of serendipity.'],
    ['de', 'Gern helfe ich Ihnen beim Grübeln weiter.'],
    ['fr', 'Dites-moi ce qui vous chiffonne.'],
    ['nl', 'Vertel me gerust wat u bezighoudt.'],
  ] as const)('is said of nobody but those who talk (%s): %s', (language, sentence) => {
    expect(check(language, [sentence]).text).toBe(sentence);
  });
});

it('says the same however the text is divided', () => {
  const text = PLACE_NAMES.map((language) => STRANGE[language]('Zirkonit')).join(' ');
  const asked = `Hooked on Zirkonit? The Zoltan Alpha gleefully delights. ${text} Oh, and the Zoltan Beta? It nails Polymax.`;
  const whole = check('en', [asked]);

  fc.assert(
    fc.property(fc.array(fc.integer({ min: 1, max: 40 }), { minLength: 1, maxLength: 60 }), (lengths) => {
      const pieces: string[] = [];
      for (let from = 0, turn = 0; from < asked.length; turn += 1) {
        const length = lengths[turn % lengths.length] ?? 1;
        pieces.push(asked.slice(from, from + length));
        from += length;
      }

      expect(check('en', pieces)).toEqual(whole);
    }),
    { numRuns: 40 },
  );
});

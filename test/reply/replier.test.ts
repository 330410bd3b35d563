import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatMoney } from '../../src/domain/money.ts';
import type { ReplyPlan } from '../../src/domain/reply-plan.ts';
import { ERROR_CODES } from '../../src/errors/error-codes.ts';
import { createReplier } from '../../src/reply/replier.ts';
import { arbitraryPlan, LANGUAGES, plan, planned, price, show, wish } from './support.ts';

const replier = createReplier();

/** Every amount with its currency that a text mentions, spaces made alike. */
const pricesIn = (text: string): readonly string[] =>
  (text.match(/€[\d.,]*\d|\d[\d.,\s]*\s€/gu) ?? []).map((amount) => amount.replace(/\s/gu, ' '));

/** Every amount a plan knows, written as the plan's cards write it. */
function pricesOf({ locale, steps }: ReplyPlan): readonly string[] {
  const written = JSON.stringify(steps, (_, value: unknown) =>
    typeof value === 'object' && value !== null && 'amountMinor' in value && 'currency' in value
      ? formatMoney({ amountMinor: Number(value.amountMinor), currency: String(value.currency) }, locale)
      : value,
  );
  return pricesIn(written);
}

describe('compose', () => {
  it('is checked by a reader that sees amounts in every language', () => {
    const written = LANGUAGES.map((language) => `a ${price(123_450, language).formatted}.`);
    expect(written.map((text) => pricesIn(text).length)).toEqual([1, 1, 1, 1]);
  });

  it('says something for every plan, without leftovers of a template', () => {
    fc.assert(
      fc.property(arbitraryPlan, (generated) => {
        const { text } = replier.compose(generated);
        expect(text.trim()).not.toBe('');
        expect(text).not.toMatch(/undefined|null|NaN|\[object|[{}]|\$[a-z]|\s{2}|^\s|\s$/u);
      }),
    );
  });

  it('mentions no price that is not in the plan', () => {
    fc.assert(
      fc.property(arbitraryPlan, (generated) => {
        const known = pricesOf(generated);
        expect(pricesIn(replier.compose(generated).text).filter((amount) => !known.includes(amount))).toEqual(
          [],
        );
      }),
    );
  });

  it('claims only what stands in the text word for word, each with its evidence', () => {
    fc.assert(
      fc.property(arbitraryPlan, (generated) => {
        const { text, claims } = replier.compose(generated);
        for (const claim of claims) {
          expect(text).toContain(claim.text);
          expect(claim.evidence).toMatch(
            /^(product:[^#]+#(title|price|list-price|availability|text|attribute:.+|reason:.+)|count|cheaper-than|similar-to|unknown|relaxed:.+|list:\d+)$/u,
          );
        }
        expect(new Set(claims.map((claim) => JSON.stringify(claim))).size).toBe(claims.length);
      }),
    );
  });

  it('claims every price it mentions', () => {
    fc.assert(
      fc.property(arbitraryPlan, (generated) => {
        const { text, claims } = replier.compose(generated);
        const claimed = claims.flatMap((claim) => pricesIn(claim.text));
        expect(pricesIn(text).filter((amount) => !claimed.includes(amount))).toEqual([]);
      }),
    );
  });

  it('says the same for the same plan', () => {
    fc.assert(
      fc.property(arbitraryPlan, (generated) => {
        expect(createReplier().compose(structuredClone(generated))).toEqual(replier.compose(generated));
      }),
      { numRuns: 30 },
    );
  });

  it('keeps to five sentences for a list', () => {
    const full = show({
      need: { query: 'warm', constraints: [wish('price', '', { operator: 'lt' }), wish('type', 'scarf')] },
      unknown: ['Acme', 'chartreuse'],
      relaxed: [{ attribute: 'price', words: 'under 20' }],
      cheaperThan: { amountMinor: 9900, currency: 'EUR' },
      products: [planned('a', { availability: 'preorder' }, [{ kind: 'popular' }])],
    });
    for (const language of LANGUAGES) {
      const { text } = replier.compose(plan(language, full));
      expect(text.match(/[.?](?=\s|$)/gu)?.length).toBeLessThanOrEqual(5);
    }
  });

  it('varies its words with the facts', () => {
    const texts = [1, 2, 3, 4, 5, 6, 7, 8].map((total) =>
      replier.compose(plan('en', show({ total, products: [planned('a')] }))).text.replace(/\d+/u, '#'),
    );
    expect(new Set(texts).size).toBeGreaterThan(1);
  });

  it('answers in English when it does not speak the language', () => {
    const { text } = replier.compose({ locale: 'ko-KR', language: 'ko', steps: [{ act: 'thank' }] });
    expect(text).toMatch(/^(You are welcome|With pleasure)/u);
  });

  it('greets shortly when more is said', () => {
    const found = show({ need: { query: '', constraints: [wish('type', 'scarf')] } });
    const { text } = replier.compose(plan('en', { act: 'greet' }, found));
    expect(text).toMatch(/^Hello\. .*12 products/u);
    expect(text).not.toContain('?');
  });

  it('takes line breaks and overrides of the reading direction out of foreign words', () => {
    const title = 'Scarf\n\u202Eevil\u0007';
    const { text, claims } = replier.compose(plan('en', show({ products: [planned('a', { title })] })));
    expect(text).not.toMatch(/[\p{Cc}\u202A-\u202E]/u);
    expect(claims).toContainEqual({ text: 'Scarf evil', evidence: 'product:a#title' });
  });
});

describe('greeting', () => {
  it.each([
    ['en', 'automated'],
    ['de', 'automatisch'],
    ['fr', 'automatique'],
    ['es', 'automático'],
    ['nl', 'geautomatiseerd'],
    ['ja', '自動'],
    ['ko', 'automated'],
  ])('says in "%s" that the assistant is automated', (language, word) => {
    expect(replier.greeting(language)).toContain(word);
  });
});

describe('reasonText', () => {
  it('is one short line in the language of the shopper', () => {
    expect(replier.reasonText({ kind: 'has-value', attribute: 'color', label: 'rot' }, 'de')).toBe(
      'rot, wie gewünscht',
    );
    expect(replier.reasonText({ kind: 'chosen-with', title: 'Wool hat', share: 0.5 }, 'en')).toBe(
      'chosen by people who also chose Wool hat',
    );
    expect(replier.reasonText({ kind: 'matches-words', words: ['warm', 'soft'] }, 'en')).toBe(
      'its text mentions “warm” and “soft”',
    );
  });
});

describe('errorText', () => {
  it('has its own words for each kind of failure, and general ones for a key it does not know', () => {
    const general = replier.errorText('error-unavailable', 'de');
    const keys = [...new Set(Object.values(ERROR_CODES).map(({ reply }) => reply))];
    expect(new Set(keys.map((key) => replier.errorText(key, 'de'))).size).toBe(keys.length);
    expect(replier.errorText('error-of-tomorrow', 'de')).toBe(general);
    expect(replier.errorText('first', 'de')).toBe(general);
  });
});

describe('question', () => {
  it.each(LANGUAGES)('asks for the attribute in "%s"', (language) => {
    const asked = { attribute: 'sleeves', attributeLabel: 'Ärmel' };
    expect(replier.question(asked, language)).toMatch(/Ärmel.*\?$/u);
  });

  it.each(LANGUAGES)('asks for price, kind and size in words of their own in "%s"', (language) => {
    const questions = ['price', 'category', 'size', 'brand'].map((attribute) =>
      replier.question({ attribute, attributeLabel: attribute }, language),
    );
    expect(new Set(questions).size).toBe(questions.length);
    for (const question of questions) expect(question).toMatch(/\?$/u);
  });
});

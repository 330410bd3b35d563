import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type CheckedReply, createClaimChecker } from '../../src/reply/check-claims.ts';
import { createReplier } from '../../src/reply/replier.ts';
import { BOOT_FALSE, BOOT_TRUE, bootDraft, bootPlan } from './check-claims-boots.ts';
import { HOSTILE_SENTENCES, TRUE_SENTENCES } from './check-claims-cases.ts';
import { LAMP_FALSE, LAMP_TRUE, lampDraft, lampPlan } from './check-claims-lamps.ts';
import { LOOSE_FALSE, LOOSE_TRUE } from './check-claims-loose.ts';
import { ownWords } from './check-claims-own-words.ts';
import { type CaseLanguage, planned, scarfDraft, scarfPlan } from './check-claims-scarf.ts';
import { arbitraryPlan } from './support.ts';

const LANGUAGES = ['en', 'de', 'fr', 'es'] as const;
const cases = (table: Readonly<Record<CaseLanguage, readonly string[]>>) =>
  LANGUAGES.flatMap((language) => table[language].map((sentence) => [language, sentence] as const));

/** As texts of six sentences each: no more stands on a screen. */
const screens = (sentences: readonly string[]): string[] =>
  sentences.flatMap((_, from) => (from % 6 === 0 ? sentences.slice(from, from + 6).join(' ') : []));

function check(
  language: CaseLanguage,
  pieces: readonly string[],
): CheckedReply & { readonly pushed: string } {
  const checker = createClaimChecker(scarfPlan(language), scarfDraft(language));
  const pushed = pieces.map((piece) => checker.push(piece)).join('');
  return { ...checker.end(), pushed };
}

const said = (language: CaseLanguage, text: string) => ownWords(check(language, [text]));
const reasons = (language: CaseLanguage, text: string) =>
  check(language, [text]).removed.map(({ reason }) => reason);

describe('what is true', () => {
  it.each(cases(TRUE_SENTENCES))('is said (%s): %s', (language, sentence) => {
    expect(said(language, sentence), JSON.stringify(check(language, [sentence]).removed)).toBe(sentence);
  });

  it('is not lost in a text of all of it', () => {
    for (const language of LANGUAGES) {
      const text = TRUE_SENTENCES[language].filter((sentence) => !/^(It|With its|Er|Il) /.test(sentence));

      for (const part of screens(text)) expect(check(language, [part]).removed).toEqual([]);
    }
  });
});

describe('what a hostile model says', () => {
  it.each(cases(HOSTILE_SENTENCES))('is not said (%s): %s', (language, sentence) => {
    expect(said(language, sentence)).toBe('');
  });

  it('leaves what is true around it, whole', () => {
    for (const [language, hostile] of cases(HOSTILE_SENTENCES)) {
      const [before, after] = TRUE_SENTENCES[language];

      expect(said(language, `${before}\n\n${hostile}\n\n${after}`)).toBe(`${before}\n\n${after}`);
    }
  });

  it('is not said in upper case, in bold, in a list or in a quotation either', () => {
    for (const [language, hostile] of cases(HOSTILE_SENTENCES)) {
      if (hostile.includes('\n')) continue;
      for (const disguised of [
        hostile.toUpperCase(),
        `**${hostile}**`,
        `- ${hostile}`,
        `> ${hostile}`,
        `## ${hostile}`,
      ]) {
        expect(said(language, disguised), disguised).toBe('');
      }
    }
  });

  it('is cut when it goes on for a megabyte', () => {
    const endless = check('en', ['I found 12 scarves that fit. ', 'Very nice, '.repeat(100_000)]);
    const repeated = check('en', ['I found 12 scarves that fit. '.repeat(40_000)]);

    expect(endless.text).toBe('I found 12 scarves that fit.');
    expect(endless.removed).toMatchObject([{ reason: 'too-long' }]);
    expect(endless.removed[0]?.text.length).toBeLessThanOrEqual(200);
    expect(repeated.text.length).toBeLessThan(2_500);
  });

  it('is said when the shop proves it, and only then', () => {
    const locale = 'en-US';
    const plan = scarfPlan('en');
    const reduced = planned(
      'a',
      'Plain Scarf',
      { amountMinor: 1_000, availability: 'out-of-stock' },
      locale,
      'USD',
    );
    const answer = createClaimChecker(
      { ...plan, steps: [{ act: 'answer', product: reduced, question: '' } as never] },
      { text: '', claims: [] },
    );

    expect(answer.push('The Plain Scarf is sold out. The Plain Scarf is in stock. ')).toBe(
      'The Plain Scarf is sold out.',
    );
  });
});

describe.each([
  { shop: 'scarves', plan: scarfPlan, draft: scarfDraft, truths: LOOSE_TRUE, falsehoods: LOOSE_FALSE },
  { shop: 'boots', plan: bootPlan, draft: bootDraft, truths: BOOT_TRUE, falsehoods: BOOT_FALSE },
  { shop: 'lamps', plan: lampPlan, draft: lampDraft, truths: LAMP_TRUE, falsehoods: LAMP_FALSE },
])('in a shop of $shop', ({ plan, draft, truths, falsehoods }) => {
  const judge = (language: CaseLanguage, text: string) => {
    const checker = createClaimChecker(plan(language), draft(language));
    checker.push(text);
    return checker.end();
  };

  it.each(LANGUAGES)('loses nothing of what is true, as one text (%s)', (language) => {
    for (const part of screens(truths[language])) expect(judge(language, part).removed).toEqual([]);
  });

  it.each(cases(falsehoods))('does not say (%s): %s', (language, sentence) => {
    expect(ownWords(judge(language, sentence))).toBe('');
  });
});

describe('the text', () => {
  const sentences = LANGUAGES.flatMap((language) => [
    ...TRUE_SENTENCES[language],
    ...HOSTILE_SENTENCES[language],
  ]);
  const pieces = fc.array(
    fc.oneof(
      { weight: 4, arbitrary: fc.constantFrom(...sentences) },
      fc.constantFrom(
        ' ',
        '\n',
        '\n\n',
        '. ',
        '- ',
        '1. ',
        '**',
        '_',
        '“',
        '\u200B',
        '🧣',
        ':\n',
        'Dr. ',
        '$',
        '<',
        '!',
      ),
      fc.string({ unit: 'binary', maxLength: 12 }),
      fc.constant('word '.repeat(150)),
    ),
    { maxLength: 12 },
  );

  it('is the same however it is divided', () => {
    fc.assert(
      fc.property(
        pieces,
        fc.array(fc.integer({ min: 1, max: 40 }), { minLength: 1, maxLength: 30 }),
        (parts, sizes) => {
          const text = parts.join('');
          const divided: string[] = [];
          for (let from = 0, index = 0; from < text.length; index += 1) {
            const size = sizes[index % sizes.length] ?? 1;
            divided.push(text.slice(from, from + size));
            from += size;
          }
          const whole = check('en', [text]);
          const streamed = check('en', divided);

          expect({ ...streamed, pushed: '' }).toEqual({ ...whole, pushed: '' });
          expect(whole.text.startsWith(streamed.pushed)).toBe(true);
        },
      ),
      { numRuns: 300 },
    );
  });

  it('holds no address, no markup, no foreign amount and nothing invisible, whatever is said', () => {
    fc.assert(
      fc.property(fc.constantFrom(...LANGUAGES), pieces, (language, parts) => {
        const text = said(language, parts.join(''));

        expect(text).not.toMatch(/https?:|\/\/|javascript:|data:|evil|<[a-z!/]|onerror|]\(/i);
        expect(text).not.toMatch(/[\p{Cf}\p{Co}\p{Cs}]|[^\P{Cc}\n]/u);
        const amounts = text.match(/(?:[$£€]\s?\d[\d.,]*|\d[\d.,]*\s?(?:[€%]|euros?|dollars?))/giu) ?? [];
        for (const amount of amounts)
          expect(amount.replace(/[^\d]/g, '')).toMatch(/^(?:4990|6500|24(00)?|59(00)?|60(00)?)$/);
      }),
      { numRuns: 300 },
    );
  });

  it('names the facts it rests on', () => {
    const { claims, text } = check('en', [
      'I found 12 scarves. The Alpine Scarf costs $49.90 and is made of wool.',
    ]);

    expect(claims).toEqual([
      { text: '12', evidence: 'count' },
      { text: 'Alpine Scarf', evidence: 'product:scarf-1#title' },
      { text: '$49.90', evidence: 'product:scarf-1#price' },
      { text: 'wool', evidence: 'product:scarf-1#attribute:material' },
    ]);
    for (const claim of claims) expect(text).toContain(claim.text);
  });

  it('remembers which product a price is said of', () => {
    expect(said('en', 'The Alpine Scarf is blue. It costs $24.')).toBe('The Alpine Scarf is blue.');
    expect(said('en', 'The Alpine Scarf is blue. It costs $49.90.')).toBe(
      'The Alpine Scarf is blue. It costs $49.90.',
    );
    expect(said('en', 'The Alpine Scarf is $24 and the Dr. Hansen Winter Shawl is $49.90.')).toBe('');
  });

  it('lets no announcement stand without what it announces', () => {
    expect(said('en', 'These fit:\n- **Alpine Scarf**: $49.90\n- Velvet Dream: $19')).toBe(
      'These fit:\n- **Alpine Scarf**: $49.90',
    );
    expect(check('en', ['These fit:\n- Velvet Dream: $19\n'])).toMatchObject({
      text: '',
      removed: [{ reason: 'amount' }, { reason: 'dangling' }],
    });
  });

  it('keeps lists and emphasis, drops rulers, the marks of headings and emphasis that does not close', () => {
    expect(
      said(
        'en',
        '# For you\n\n---\n1. *Alpine Scarf*\n2) Dr. Hansen Winter Shawl\n\n\n\nBoth are **blue. Nice.',
      ),
    ).toBe('For you\n\n1. *Alpine Scarf*\n2. Dr. Hansen Winter Shawl\n\nBoth are blue. Nice.');
  });

  it('does not end in the middle of a sentence', () => {
    expect(reasons('en', 'I found 12 scarves. The Alpine Scarf is also very')).toEqual(['unfinished']);
  });

  it('ends no sentence inside a name or after an abbreviation', () => {
    const checker = createClaimChecker(scarfPlan('en'), scarfDraft('en'));

    expect(checker.push('Take the Dr. ')).toBe('');
    expect(checker.push('Hansen Winter Shawl, approx. as warm. S')).toBe(
      'Take the Dr. Hansen Winter Shawl, approx. as warm.',
    );
  });

  it('passes sentences of the template as they are, unless they hold an address', () => {
    const plan = scarfPlan('en');
    const draft = {
      text: 'Free delivery is not something I can promise. See https://shop.example for more.',
      claims: [{ text: 'Free delivery', evidence: 'policy:delivery' }],
    };
    const checker = createClaimChecker(plan, draft);
    checker.push(draft.text);

    expect(checker.end()).toMatchObject({
      text: 'Free delivery is not something I can promise.',
      claims: draft.claims,
      removed: [{ reason: 'link' }],
    });
  });
});

it('lets every text of the templates pass whole', () => {
  const replier = createReplier();
  fc.assert(
    fc.property(arbitraryPlan, (plan) => {
      const draft = replier.compose(plan);
      const checker = createClaimChecker(plan, draft);
      checker.push(draft.text);
      const { removed, text } = checker.end();

      expect(removed).toEqual([]);
      expect(text.replace(/\s+/g, ' ')).toBe(draft.text.normalize('NFC').replace(/\s+/g, ' ').trim());
    }),
    { numRuns: 150 },
  );
});

import { describe, expect, it } from 'vitest';
import { createClaimChecker } from '../../src/reply/check-claims.ts';
import { scarfDraft, scarfPlan } from './check-claims-scarf.ts';

const TRUE = 'The Alpine Scarf costs $49.90.';
const tagged = (text: string) =>
  [...text].map((letter) => String.fromCodePoint(0xe0000 + (letter.codePointAt(0) ?? 0))).join('');

const ATTACKS: readonly (readonly [string, string])[] = [
  ['a reference link', 'Buy it [here][1].\n\n[1]: https://evil.example/x'],
  ['a collapsed reference', 'Buy the [evil][] scarf.\n[evil]: //evil.example'],
  ['a reference with a title', '[evil]: <evil.example> "Alpine Scarf"'],
  ['an autolink', 'See <https://evil.example/a?b=c>.'],
  ['a mail autolink', 'Write to <me@evil.example>.'],
  ['a data address', 'Open data:text/html,%3Cscript%3Ealert(1)%3C/script%3E now.'],
  ['a data image', '![x](data:image/svg+xml;base64,PHN2Zz4=)'],
  ['a scheme in capitals', 'Open JaVaScRiPt:alert(1) now.'],
  ['a scheme split by zero-width characters', 'Open java\u200Bscript\u200D:alert(1) now.'],
  ['a host split by zero-width characters', 'See evil\u200B.\u2060example for more.'],
  ['a host split by soft hyphens', 'See ev\u00ADil.exam\u00ADple for more.'],
  ['named entities', '&lt;img src=x&gt; is nice.'],
  ['numeric entities', '&#60;img src=x&#62; is nice.'],
  ['hexadecimal entities', '&#x3c;b&#x3e;evil is nice.'],
  ['entities of an address', 'See https&colon;&sol;&sol;evil.example now.'],
  ['full-width letters', 'See ｈｔｔｐｓ：／／ｅｖｉｌ．ｅｘａｍｐｌｅ now.'],
  ['ideographic full stops in a host', 'See evil。example。com now.'],
  ['right-to-left override', 'See \u202Eelpmaxe.live\u202C now.'],
  ['percent encoding', 'See evil%2Eexample%2Fpay now.'],
  ['a backslash host', 'See \\\\evil\\share now.'],
  ['HTML in upper case', '<IMG SRC=x ONERROR=alert(1)> is nice.'],
  ['an unclosed tag', 'Nice <img src=x onerror=alert(1) '],
  ['a comment', 'Nice <!-- evil --> scarf.'],
  ['a table', '| a | b |\n| --- | --- |\n| evil | $1 |'],
  ['a template', 'Nice {{ evil }} and {% evil %} scarf.'],
  ['a footnote', 'Nice[^1].\n\n[^1]: evil'],
  ['a code block', '~~~\nevil()\n~~~'],
];

describe.each(ATTACKS)('%s', (_, attack) => {
  it.each([1, 3, 1_000])('does not pass in pieces of %i', (size) => {
    const text = `${TRUE}\n${attack}\n${TRUE}`;
    const checker = createClaimChecker(scarfPlan('en'), scarfDraft('en'));
    const pushed: string[] = [];
    for (let from = 0; from < text.length; from += size)
      pushed.push(checker.push(text.slice(from, from + size)));
    const checked = checker.end();

    for (const said of [pushed.join(''), checked.text]) {
      expect(said).not.toMatch(/evil|script|data:|https?|<|&|\]\(|\]\[|\]:|[|{}%\\~^]|alert|onerror|src/i);
      expect(said).toContain(TRUE);
    }
    expect(checked.removed.length).toBeGreaterThan(0);
  });
});

it('shows nothing of text in tag characters', () => {
  const checker = createClaimChecker(scarfPlan('en'), scarfDraft('en'));
  checker.push(`${TRUE}${tagged('ignore the shop')} `);

  expect(checker.end().text).toBe(TRUE);
});

it('ends on a screen, at a sentence', () => {
  const checker = createClaimChecker(scarfPlan('en'), scarfDraft('en'));
  checker.push(Array.from({ length: 60 }, () => TRUE).join(' '));
  const { text, removed } = checker.end();

  expect(text.length).toBeLessThanOrEqual(700);
  expect(text).toMatch(/\$49\.90\.$/);
  expect(removed.every(({ reason }) => reason === 'too-long')).toBe(true);
});

it('says no sentence of what the model was told to do, however its lines were broken', () => {
  const instructions =
    'You word the reply.\nState only what stands in the facts, and only of the\nproduct it belongs to.';
  const checker = createClaimChecker(scarfPlan('en'), scarfDraft('en'), { instructions });
  checker.push('State only what stands in the facts, and only of the product it belongs to. ');

  expect(checker.end()).toMatchObject({ text: '', removed: [{ reason: 'instructions' }] });
});

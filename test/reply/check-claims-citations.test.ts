import { describe, expect, it } from 'vitest';
import { createClaimChecker } from '../../src/reply/check-claims.ts';
import { scarfDraft, scarfPlan } from './check-claims-scarf.ts';

function check(text: string) {
  const checker = createClaimChecker(scarfPlan('en'), scarfDraft('en'));
  checker.push(text);
  return checker.end();
}

describe('a citation', () => {
  it('is read and never shown', () => {
    const { text, claims } = check(
      'The Alpine Scarf is made of wool [p1#material] and costs $49.90 [p1#price]. [p1#title] It is blue [p1#color].',
    );

    expect(text).toBe('The Alpine Scarf is made of wool and costs $49.90. It is blue.');
    expect(claims).toContainEqual({ text: 'wool', evidence: 'product:scarf-1#attribute:material' });
  });

  it('names the field where words of it are taken up in other forms', () => {
    expect(check('The Alpine Scarf has 180 of length [p1#length].').claims).toEqual([]);
    expect(check('The Alpine Scarf is of blue wool [p1#color].').claims).toContainEqual({
      text: 'blue',
      evidence: 'product:scarf-1#attribute:color',
    });
  });

  it.each([
    ['a field that says something else', 'The Alpine Scarf is made of wool [p1#color].'],
    ['a field that is not there', 'The Alpine Scarf is made of wool [p1#lining].'],
    ['a product that is not there', 'The Alpine Scarf is made of wool [p9#material].'],
    ['a field of another product', 'The Alpine Scarf is made of wool [p2#color].'],
  ])('of %s takes the statement with it', (_, sentence) => {
    const instead = 'Alpine Scarf: wool.';

    expect(check(sentence)).toMatchObject({ text: instead, removed: [{ reason: 'citation', instead }] });
  });

  it('hides no address', () => {
    expect(check('The Alpine Scarf is blue [p1#color](https://evil.example).').text).toBe('');
  });
});

import { describe, expect, it } from 'vitest';
import type { ReplyStep } from '../../src/domain/reply-plan.ts';
import { composeAnswer, composeExplain } from '../../src/reply/compose-product.ts';
import { createPhrasebook } from '../../src/reply/phrasebook.ts';
import { createSpeaker, joinSentences } from '../../src/reply/speaker.ts';
import { planned, price } from './support.ts';

const speaker = createSpeaker(createPhrasebook(), { language: 'en', locale: 'en-US' });
const scarf = planned('a', { attributes: { color: ['blue', 'navy'], material: ['wool'] } });

const answer = (options: Partial<Extract<ReplyStep, { act: 'answer' }>>) =>
  joinSentences(composeAnswer(speaker, { act: 'answer', product: scarf, ...options }));

describe('composeAnswer', () => {
  it('states the value, and quotes the sentence that says more', () => {
    const { text, claims } = answer({
      attribute: 'material',
      attributeLabel: 'Material',
      values: ['wool', 'silk'],
      passage: 'Spun in Yorkshire.',
    });
    expect(text).toBe('Scarf a – Material: wool, silk. The shop writes: “Spun in Yorkshire.”');
    expect(claims).toContainEqual({ text: 'silk', evidence: 'product:a#attribute:material' });
    expect(claims).toContainEqual({ text: 'Spun in Yorkshire.', evidence: 'product:a#text' });
  });

  it('says that the shop does not state it rather than guessing', () => {
    expect(answer({ attribute: 'vegan', attributeLabel: 'vegan', values: [] }).text).toBe(
      'The shop does not state this for Scarf a (vegan).',
    );
  });

  it('lets the shop speak where no value is stated but a sentence is', () => {
    expect(answer({ attribute: 'waterproof', passage: 'Shrugs off light rain.' }).text).toBe(
      'On Scarf a the shop writes: “Shrugs off light rain.”',
    );
  });

  it('says the price from the facts, with the one before a sale', () => {
    expect(answer({ attribute: 'price', values: ['€1.00'] }).text).toBe('Scarf a costs €45.00.');
    const onSale = planned('a', { listPrice: price(6000) });
    expect(answer({ attribute: 'price', product: onSale }).text).toBe(
      'Scarf a costs €45.00 instead of €60.00.',
    );
  });

  it('says whether it can be had', () => {
    expect(answer({ attribute: 'stock' }).text).toBe('Scarf a costs €45.00. It is in stock.');
  });

  it('tells what is stated when the question names nothing', () => {
    expect(answer({}).text).toBe(
      "Scarf a costs €45.00; the shop states: blue, navy, wool. I find no sentence in the shop's text that answers more exactly.",
    );
    expect(answer({ product: planned('b'), passage: 'Warm.' }).text).toBe(
      'Scarf b costs €45.00. The shop writes: “Warm.”',
    );
  });
});

describe('composeExplain', () => {
  it('gives the reasons of the plan and no others', () => {
    const { text, claims } = joinSentences(
      composeExplain(
        speaker,
        planned('a', {}, [{ kind: 'within-budget' }, { kind: 'similar-to', title: 'B' }]),
      ),
    );
    expect(text).toBe('Scarf a is here for these reasons: within your budget · similar to B.');
    expect(claims).toContainEqual({ text: 'similar to B', evidence: 'product:a#reason:similar-to' });
  });

  it('says so when no reason stands out', () => {
    expect(joinSentences(composeExplain(speaker, planned('a'))).text).toBe(
      'For Scarf a no single reason stands out.',
    );
  });
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { NO_USAGE, type Turn, type TurnEvent } from '../../src/domain/turn.ts';
import {
  advance,
  eventsAfter,
  formatPosition,
  type PositionedEvent,
  parsePosition,
  snapshotOf,
  type TurnSnapshot,
} from '../../src/server/turn-snapshot.ts';
import { SCRIPTED_PRODUCTS } from '../support/scripted-products.ts';

const turnOf = (text: string, extras: Partial<Turn>): Turn => ({
  messageId: 'm.1',
  language: 'en',
  text,
  products: [],
  chips: [],
  commands: [],
  need: { query: '', hard: [], soft: [], unknown: [] },
  claims: [],
  understoodBy: 'embedded',
  repliedBy: 'embedded',
  timing: { understandMs: 0, retrieveMs: 0, rankMs: 0, replyMs: 0, totalMs: 0 },
  usage: NO_USAGE,
  ...extras,
});

const turns = fc
  .record({
    parts: fc.array(fc.string({ unit: 'grapheme', minLength: 1 }), { maxLength: 8 }),
    list: fc.boolean(),
    question: fc.boolean(),
    chips: fc.boolean(),
    cart: fc.constantFrom(undefined, [], ['line']),
    handoff: fc.boolean(),
  })
  .map(({ parts, list, question, chips, cart, handoff }) => {
    const turn = turnOf(parts.join(''), {
      ...(list && { products: SCRIPTED_PRODUCTS }),
      ...(question && { question: { attribute: 'size', text: 'Which size?', options: ['M'] } }),
      ...(chips && { chips: [{ label: 'M', count: 1, message: 'only M' }] }),
      ...(cart !== undefined && { cart: { lines: [], pieces: 0, changedLineIds: cart } }),
      ...(handoff && { handoff: { reason: 'requested' } }),
    });
    return { turn, parts };
  });

function live({ turn, parts }: { turn: Turn; parts: string[] }): PositionedEvent[] {
  const events: TurnEvent[] = [
    { type: 'reply-start', messageId: turn.messageId, language: turn.language },
    ...(turn.products.length > 0 ? [{ type: 'products-available', products: turn.products } as const] : []),
    ...parts.map((text) => ({ type: 'reply-delta', text }) as const),
    ...(turn.question === undefined ? [] : [{ type: 'question', question: turn.question } as const]),
    ...(turn.chips.length > 0 ? [{ type: 'chips', chips: turn.chips } as const] : []),
    ...(turn.cart === undefined || turn.cart.changedLineIds.length === 0
      ? []
      : [{ type: 'cart-changed', cart: turn.cart } as const]),
    ...(turn.handoff === undefined ? [] : [{ type: 'handoff', handoff: turn.handoff } as const]),
    { type: 'reply-end', turn },
  ];
  let snapshot: TurnSnapshot | undefined;
  return events.flatMap((event) => {
    const step = advance(snapshot, event);
    snapshot = step?.snapshot;
    return step === undefined ? [] : [{ position: step.position, event }];
  });
}

/** What a listener ends up with: the text, and how often each other part was told. */
function heard(events: readonly PositionedEvent[]) {
  const names = events.map(({ event }) => event.type).filter((type) => type !== 'reply-delta');
  const text = events.map(({ event }) => (event.type === 'reply-delta' ? event.text : '')).join('');
  return { names, text };
}

describe('a turn as a stream', () => {
  it('tells the same whether heard live, or cut anywhere and resumed from the stored turn', () => {
    fc.assert(
      fc.property(turns, fc.nat(), (made, cut) => {
        const events = live(made);
        const first = events.slice(0, cut % (events.length + 1));
        const after = first.at(-1)?.position;
        expect(heard([...first, ...eventsAfter(snapshotOf(made.turn), after)])).toEqual(heard(events));
      }),
    );
  });

  it('writes positions as event ids and reads them back', () => {
    fc.assert(
      fc.property(turns, (made) => {
        for (const { position } of live(made))
          expect(parsePosition(formatPosition(position))).toEqual(position);
      }),
    );
  });

  it('reads no position from anything else, and survives any offset', () => {
    fc.assert(
      fc.property(fc.string(), fc.nat(), turns, (noise, offset, { turn }) => {
        expect(parsePosition(noise)?.messageId).not.toBe('');
        const after = { messageId: turn.messageId, phase: 'text', offset } as const;
        expect(eventsAfter(snapshotOf(turn), after).at(-1)?.event.type).toBe('reply-end');
      }),
    );
  });

  it('drops what comes before a start', () => {
    expect(advance(undefined, { type: 'reply-delta', text: 'x' })).toBeUndefined();
  });
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { QueueLines, tabOf } from '../../../src/console/queue/queue-lines.ts';
import { QUEUE_TABS, type QueueItem } from '../../../src/domain/desk/queue.ts';
import { queueItem } from '../../support/queue-item.ts';

const ids = (lines: QueueLines) => lines.all.map(({ conversationId }) => conversationId);
const minute = (number: number) => new Date(Date.UTC(2026, 0, 1, 10, number)).toISOString();

describe('lines of the queue', () => {
  it('stand in the order of the longest wait, or of the last change', () => {
    const items = [
      queueItem('a', { state: 'waiting', since: minute(3), updatedAt: minute(9) }),
      queueItem('b', { state: 'waiting', since: minute(1), updatedAt: minute(8) }),
    ];
    const waiting = new QueueLines({ tab: 'waiting' }, 'me');
    waiting.add(items);
    expect(ids(waiting)).toEqual(['b', 'a']);

    const closed = new QueueLines({ tab: 'closed' }, 'me');
    closed.add(items.map((item) => ({ ...item, state: 'closed' })));
    expect(ids(closed)).toEqual(['a', 'b']);
  });

  it('go when they belong elsewhere, and come when they belong here', () => {
    const lines = new QueueLines({ tab: 'mine' }, 'me');
    const agent = { agentId: 'me', firstName: 'Anna' };
    lines.change([queueItem('a', { state: 'person', agent }), queueItem('b', { state: 'waiting' })]);
    expect(ids(lines)).toEqual(['a']);
    lines.change([queueItem('a', { state: 'person', agent: { agentId: 'other', firstName: 'Ben' } })]);
    expect(ids(lines)).toEqual([]);
  });

  it('are held against every condition', () => {
    const item = queueItem('a', {
      state: 'waiting',
      market: 'DE',
      locale: 'de-DE',
      reason: 'order',
      isUnread: true,
    });
    const fits = (filter: object) => {
      const lines = new QueueLines({ tab: 'waiting', ...filter }, 'me');
      lines.change([item]);
      return ids(lines).length === 1;
    };
    expect(
      [
        { market: 'DE' },
        { language: 'de' },
        { reason: 'order' },
        { isUnread: true },
        { channel: 'web' },
      ].every(fits),
    ).toBe(true);
    expect(
      [
        { market: 'US' },
        { language: 'd' },
        { reason: 'anger' },
        { isUnread: false },
        { channel: 'sms' },
      ].some(fits),
    ).toBe(false);
  });

  it('leave to be read what would stand after the last that was read', () => {
    const lines = new QueueLines({ tab: 'waiting' }, 'me');
    lines.add([
      queueItem('a', { state: 'waiting', since: minute(1) }),
      queueItem('b', { state: 'waiting', since: minute(2) }),
    ]);
    lines.hasMore = true;
    lines.change([
      queueItem('late', { state: 'waiting', since: minute(3) }),
      queueItem('early', { state: 'waiting', since: minute(0) }),
    ]);
    expect(ids(lines)).toEqual(['early', 'a', 'b']);
  });

  it('that a search did not find do not come by themselves', () => {
    const lines = new QueueLines({ tab: 'waiting', search: 'scarf' }, 'me');
    lines.add([queueItem('a', { state: 'waiting' })]);
    lines.change([
      queueItem('a', { state: 'waiting', lastWords: 'new' }),
      queueItem('b', { state: 'waiting' }),
    ]);
    expect(lines.all.map(({ lastWords }) => lastWords)).toEqual(['new']);
  });

  it('that were forgotten are gone', () => {
    const lines = new QueueLines({ tab: 'waiting' }, 'me');
    lines.add([queueItem('a', { state: 'waiting' })]);
    lines.forget(['a', 'unknown']);
    expect(ids(lines)).toEqual([]);
  });

  it('are, after any changes, what a reading of the last state would give', () => {
    const states = ['waiting', 'assistant', 'person', 'closed'] as const;
    const change = fc.record({
      conversationId: fc.constantFrom('a', 'b', 'c', 'd'),
      state: fc.constantFrom(...states),
      agentId: fc.constantFrom('me', 'other'),
      since: fc.integer({ min: 0, max: 5 }),
      updatedAt: fc.integer({ min: 0, max: 5 }),
    });
    const toItem = ({
      conversationId,
      state,
      agentId,
      since,
      updatedAt,
    }: typeof change extends fc.Arbitrary<infer T> ? T : never): QueueItem =>
      queueItem(conversationId, {
        state,
        since: minute(since),
        updatedAt: minute(updatedAt),
        ...(state === 'person' && { agent: { agentId, firstName: agentId } }),
      });
    fc.assert(
      fc.property(fc.array(change), fc.constantFrom(...QUEUE_TABS), (changes, tab) => {
        const lines = new QueueLines({ tab }, 'me');
        for (const item of changes.map(toItem)) lines.change([item]);
        const last = new Map(changes.map((one) => [one.conversationId, toItem(one)]));
        const anew = new QueueLines({ tab }, 'me');
        anew.add([...last.values()].filter((item) => tabOf(item, 'me') === tab));
        expect(ids(lines)).toEqual(ids(anew));
      }),
    );
  });
});

import { describe, expect, it } from 'vitest';
import { createPresence, PRESENCE_MS } from '../../src/desk/presence.ts';

const ADA = { agentId: 'ada', firstName: 'Ada', isEditing: false };
const BEN = { agentId: 'ben', firstName: 'Ben', isEditing: true };

describe('presence', () => {
  it('lapses when nothing is heard for 30 s', () => {
    let nowMs = 0;
    const presence = createPresence(() => nowMs);
    presence.look('c-1', BEN);
    nowMs = PRESENCE_MS - 1;
    presence.look('c-1', ADA);
    expect(presence.viewers('c-1')).toEqual([ADA, BEN]);
    nowMs = PRESENCE_MS;
    expect(presence.viewers('c-1')).toEqual([ADA]);
    nowMs = 3 * PRESENCE_MS;
    expect(presence.all()).toEqual({});
  });

  it('has another version for everything that is seen of it, and for nothing else', () => {
    let nowMs = 0;
    const presence = createPresence(() => nowMs);
    const versions = [presence.version()];
    const then = (work: () => void) => {
      work();
      versions.push(presence.version());
    };
    then(() => presence.look('c-1', ADA));
    then(() => presence.look('c-1', ADA));
    then(() => presence.look('c-1', { ...ADA, isEditing: true }));
    then(() => presence.leave('c-1', 'ada'));
    then(() => presence.leave('c-1', 'ada'));
    then(() => presence.look('c-2', BEN));
    then(() => {
      nowMs = PRESENCE_MS;
    });
    expect(versions.map((version, at) => version !== versions[at - 1])).toEqual([
      ...[true, true, false, true, true, false, true, true],
    ]);
  });
});

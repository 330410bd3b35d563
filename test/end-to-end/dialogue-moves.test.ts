import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, inject, it } from 'vitest';
import { restoreDirectory } from '../../connectors/database/backup-file.ts';
import { openService } from '../../src/assembly/open-service.ts';
import { loadConfig } from '../../src/config/config.ts';
import type { Turn } from '../../src/domain/turn.ts';
import { DEMO_CLOCK_MS } from '../support/demo-clock.ts';
import { talk } from '../support/demo-service.ts';

const { signal } = new AbortController();

/** The service on a directory, as another process would open it. */
const openOn = (directory: string) =>
  openService({
    settings: loadConfig({ FLOORWALKER_EXPLORATION: 'off' }),
    directory,
    clock: () => DEMO_CLOCK_MS,
    note: () => {},
    signal,
  });

const limits = (turn: Turn) =>
  turn.need.hard.map(({ attribute, operator, value }) => `${attribute} ${operator} ${value}`).sort();

it('goes on where it was after the service was stopped and opened anew: need, lists, preferences, what can be undone', async () => {
  const directory = mkdtempSync(join(tmpdir(), 'floorwalker-'));
  try {
    await restoreDirectory(inject('demoBackup'), directory);
    const before = await openOn(directory);
    const { conversationId, token, say } = await talk(before);
    await say('I never wear wool');
    const scarves = await say('scarves');
    await say('in red');
    await before.close();

    const after = await openOn(directory);
    const resume = (text: string) => after.chat.handle({ conversationId, token, text }, { signal });
    const second = await resume('tell me about the second one');
    expect(second.products).toHaveLength(1);
    expect(limits(second)).toEqual(['color eq red', 'type eq scarf']);
    const undone = await resume('go back');
    expect(limits(undone)).toEqual(['type eq scarf']);
    expect(undone.products.map(({ productId }) => productId)).toEqual(
      scarves.products.map(({ productId }) => productId),
    );
    const materials = undone.products.flatMap(({ attributes }) => Object.values(attributes).flat());
    expect(materials).not.toContain('wool');
    const person = await resume('can I talk to a human?');
    expect(person.handoff).toMatchObject({
      reason: 'requested',
      card: { preferences: [{ attribute: 'material' }], lastWords: 'can I talk to a human?' },
    });
    await after.close();
  } finally {
    rmSync(directory, { recursive: true, force: true });
  }
});

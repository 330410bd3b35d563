import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readConversations } from '../../eval/suites/dialogue/read-conversations.ts';
import { judgeConversations } from '../../eval/suites/dialogue.ts';
import type { OpenService } from '../../src/assembly/open-service.ts';
import type { WrittenConversation } from '../../src/domain/desk/written-conversation.ts';
import { DEMO_CLOCK_MS } from '../support/demo-clock.ts';
import { demoService } from '../support/demo-service.ts';

const { signal } = new AbortController();
const OWN = fileURLToPath(new URL('../../eval/cases/dialogue/', import.meta.url));

let service: OpenService;
let folder: string;
beforeAll(async () => {
  service = await demoService();
  folder = mkdtempSync(join(tmpdir(), 'floorwalker-cases-'));
});
afterAll(async () => {
  await service.close();
  rmSync(folder, { recursive: true, force: true });
});

const turns: WrittenConversation['turns'] = [
  { say: 'scarves', expect: { need: ['type=scarf'], products: { min: 1 } } },
  { say: 'in red', expect: { need: ['color=red'], all: ['color=red'], act: ['show'] } },
  { say: 'go back', expect: { notNeed: ['color'], products: { sameAs: 1 } } },
];
const judge = async (written: WrittenConversation['turns']) =>
  await judgeConversations(
    service,
    [{ id: 'a', group: 'g', locale: 'en-US', turns: written }],
    signal,
    DEMO_CLOCK_MS,
  );

describe('the dialogue suite', () => {
  it('passes a conversation whose every turn is as expected', async () => {
    const { metrics, failures } = await judge(turns);
    expect(failures).toEqual([]);
    expect(metrics).toMatchObject({ passed: 1, failed: 0, byGroup: { g: { passed: 1 } } });
  });

  it.each<[string, WrittenConversation['turns'][number]['expect']]>([
    ['a slot that is not there', { need: ['color=blue'] }],
    ['a slot that must not be there', { notNeed: ['type'] }],
    ['a product that breaks a limit', { all: ['price<1'] }],
    ['a product that keeps what none may', { none: ['color=red'] }],
    ['another act', { act: ['compare'] }],
    ['another list', { products: { ids: ['@1.1'] } }],
    ['another command', { commands: ['find color=blue'] }],
  ])('fails on %s', async (_, expectation) => {
    const { failures } = await judge([{ say: 'red scarves', expect: expectation }]);
    expect(failures.length).toBeGreaterThan(0);
  });

  it('refuses a line that is no conversation, and an id that is there twice', () => {
    const line = JSON.stringify({ id: 'a', group: 'g', locale: 'en-US', turns });
    const reading = (text: string) => () => {
      writeFileSync(join(folder, 'cases.jsonl'), text);
      return readConversations(folder);
    };
    expect(reading(line)()).toHaveLength(1);
    for (const text of [`${line}\n${line}`, '{"id":"a"}', 'no json', ''])
      expect(reading(text)).toThrow(expect.objectContaining({ code: 'INVALID_ARGUMENT' }));
  });

  it('has at least 150 conversations of its own, about half of them in English', () => {
    const own = readConversations(OWN);
    expect(own.length).toBeGreaterThanOrEqual(150);
    const english = own.filter(({ locale }) => locale.startsWith('en')).length;
    expect(english / own.length).toBeGreaterThan(0.4);
    expect(english / own.length).toBeLessThan(0.7);
  });
});

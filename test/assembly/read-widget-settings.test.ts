import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { readInvitations, readWidgetSettings } from '../../src/assembly/read-widget-settings.ts';
import { loadConfig } from '../../src/config/config.ts';
import { temporaryDirectory } from '../support/temporary-directory.ts';

const read = (settings: Readonly<Record<string, string>>) =>
  readWidgetSettings(
    loadConfig(settings),
    () => [],
    () => ({ invitations: readInvitations(loadConfig(settings)) }),
  )();

function withRules(content: unknown, settings: Readonly<Record<string, string>> = {}) {
  const file = join(temporaryDirectory(), 'invitations.json');
  writeFileSync(file, typeof content === 'string' ? content : JSON.stringify(content));
  return read({ FLOORWALKER_INVITATIONS: file, ...settings });
}

const rule = {
  id: 'lost',
  when: { afterSeconds: 30, pages: ['/products/*'] },
  message: { en: 'May I help?' },
};

it('tells what is configured, and nothing that is not', () => {
  expect(read({})).toMatchObject({ invitations: { rules: [] }, capabilities: { models: false } });
  expect(read({})).not.toHaveProperty('shopName');
  const told = read({
    FLOORWALKER_SHOP_NAME: 'The Scarf',
    FLOORWALKER_PRIVACY_POLICY_URL: 'https://shop.test/privacy',
  });
  expect(told).toMatchObject({ shopName: 'The Scarf', privacyPolicyUrl: 'https://shop.test/privacy' });
  expect(() => read({ FLOORWALKER_PRIVACY_POLICY_URL: 'javascript:alert(1)' })).toThrow('PRIVACY_POLICY_URL');
});

it('reads rules, with what they leave out', () => {
  expect(withRules({ rules: [rule] }).invitations).toEqual({
    minIntervalSeconds: 120,
    rules: [{ ...rule, perVisit: 1, restDays: 30 }],
  });
});

it('names every fault of the file at once', () => {
  const faults = {
    rules: [
      { ...rule, when: {} },
      { ...rule, when: { scrolledShare: 3, basketMinor: { min: 5, max: 1 } } },
      { ...rule, message: {} },
    ],
  };
  expect(() => withRules(faults)).toThrow(
    expect.objectContaining({
      code: 'CONFIGURATION_INVALID',
      message: expect.stringMatching(/rules\.0.*when.*rules\.1.*rules\.2/s),
    }),
  );
});

it('refuses what is no JSON, and more rules than the limit', () => {
  expect(() => withRules('{')).toThrow(expect.objectContaining({ code: 'CONFIGURATION_INVALID' }));
  const many = { rules: [rule, { ...rule, id: 'other' }] };
  expect(() => withRules(many, { FLOORWALKER_LIMIT_INVITATIONS: '1' })).toThrow('at most 1');
});

it('tells that pictures are taken where models see', () => {
  const model = { FLOORWALKER_CHAT_MODEL: 'ollama:any' };
  expect(read(model).capabilities).toMatchObject({ models: true, images: false });
  expect(read({ ...model, FLOORWALKER_CHAT_VISION: 'on' }).capabilities.images).toBe(true);
});

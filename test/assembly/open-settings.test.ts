import { describe, expect, it } from 'vitest';
import { widgetSettingsOf } from '../../src/assembly/open-settings.ts';
import type { KeptSetting, SettingsBook } from '../../src/desk/settings-book.ts';
import {
  DEFAULT_SETTINGS,
  type SettingKind,
  type SettingValues,
} from '../../src/domain/desk/setting-kinds.ts';

const inForce = (changes: Partial<SettingValues>): Pick<SettingsBook, 'inForce'> => {
  const values: SettingValues = { ...DEFAULT_SETTINGS, ...changes };
  return {
    inForce: <Kind extends SettingKind>(kind: Kind): KeptSetting<Kind> => ({
      ...{ kind, version: 3, value: values[kind] },
    }),
  };
};
const rule = (id: string) => ({
  ...{ id, when: { afterSeconds: 30 }, message: { en: 'May I help?' }, perVisit: 1, restDays: 30 },
});

describe('what a widget is told of the settings', () => {
  it('leaves out the invitations that are switched off, in the order of the others', () => {
    const rules = [rule('second-visit'), { ...rule('sale'), isOff: true as const }, rule('leaving')];
    const told = widgetSettingsOf(inForce({ invitations: { minIntervalSeconds: 120, rules } }))();
    expect(told.invitations).toEqual({ minIntervalSeconds: 120, rules: [rules[0], rules[2]] });
  });

  it('names the version of the words of a consent, and nothing where the shop has none', () => {
    const texts = { de: { question: 'Dürfen wir?', explanation: 'Ein Jahr lang.' } };
    expect(widgetSettingsOf(inForce({ 'consent-texts': { texts } }))().consentTexts).toEqual({
      ...{ version: 3, texts },
    });
    expect(widgetSettingsOf(inForce({}))().consentTexts).toBeUndefined();
  });
});

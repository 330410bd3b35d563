import type { TraceRoom } from '../chat/trace-store.ts';
import type { Settings } from '../config/config.ts';
import { createAuditLog } from '../desk/identity/audit-log.ts';
import { openSettingsBook, type SettingsBook } from '../desk/settings-book.ts';
import type { Formality } from '../domain/voice.ts';
import type { WidgetSettings } from '../domain/widget-settings.ts';
import type { Database } from '../ports/database.ts';
import { packageVersion } from './package-version.ts';
import { readInvitations } from './read-widget-settings.ts';

/** What is set at the desk; what the settings of the process say holds until then. */
export const openSettings = (
  settings: Settings,
  { database, clock }: { readonly database: Database; readonly clock: () => number },
): Promise<SettingsBook> =>
  openSettingsBook({
    database,
    audit: createAuditLog(database),
    clock,
    defaults: {
      'house-rules': { tone: settings.TONE, formality: settings.FORMALITY, sentences: [] },
      invitations: readInvitations(settings),
    },
  });

/** Where the formal labels of the widget are the familiar ones, too: Brazil says `você`. */
const ALWAYS: Readonly<Record<string, Formality>> = { 'pt-BR': 'formal' };

/** What the widget is told of it. */
export const widgetSettingsOf =
  (set: Pick<SettingsBook, 'inForce'>) =>
  (): Pick<WidgetSettings, 'invitations' | 'consentTexts' | 'formality'> => {
    const { version, value } = set.inForce('consent-texts');
    const { rules, ...caps } = set.inForce('invitations').value;
    const { formality } = set.inForce('house-rules').value;
    return {
      ...(Object.values(formality).includes('familiar') ? { formality: { ...formality, ...ALWAYS } } : {}),
      invitations: { ...caps, rules: rules.filter(({ isOff }) => isOff !== true) },
      ...(Object.keys(value.texts).length === 0 ? {} : { consentTexts: { version, texts: value.texts } }),
    };
  };

/** What turns are made under at the moment of asking, as their traces name it. */
export function versionsInForce(set: Pick<SettingsBook, 'inForce'>): TraceRoom['versions'] {
  const code = packageVersion();
  return () => ({ code, houseRules: set.inForce('house-rules').version });
}

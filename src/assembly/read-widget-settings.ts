import type { Settings } from '../config/config.ts';
import type { Market } from '../domain/market.ts';
import {
  type Invitations,
  invitationsSchema,
  NO_INVITATIONS,
  type WidgetSettings,
} from '../domain/widget-settings.ts';
import { AssistantError } from '../errors/assistant-error.ts';
import { SPOKEN_LANGUAGES } from '../text/languages.ts';
import { readTextFile } from './read-text-file.ts';

type FromSettings = Pick<
  Settings,
  'SHOP_NAME' | 'PRIVACY_POLICY_URL' | 'WIDGET_PRESET' | 'CHAT_MODEL' | 'CHAT_VISION'
>;

/**
 * What the widget is told of the shop.
 *
 * @param markets As they are at the moment of asking.
 * @param set What is set at the desk, at the moment of asking.
 */
export function readWidgetSettings(
  settings: FromSettings,
  markets: () => readonly Market[],
  set: () => Pick<WidgetSettings, 'invitations' | 'consentTexts' | 'formality'>,
): () => WidgetSettings {
  const { SHOP_NAME, PRIVACY_POLICY_URL, WIDGET_PRESET } = settings;
  return () => ({
    ...(SHOP_NAME === undefined ? {} : { shopName: SHOP_NAME }),
    ...(PRIVACY_POLICY_URL === undefined ? {} : { privacyPolicyUrl: PRIVACY_POLICY_URL }),
    ...(WIDGET_PRESET === undefined ? {} : { preset: WIDGET_PRESET }),
    capabilities: {
      models: settings.CHAT_MODEL.length > 0,
      images: settings.CHAT_VISION,
      markets: markets().map(({ country }) => country),
      languages: SPOKEN_LANGUAGES,
    },
    ...set(),
  });
}

/**
 * The invitations of the settings; what is set at the desk takes their place.
 *
 * @throws {AssistantError} INVALID_ARGUMENT when the file cannot be read; CONFIGURATION_INVALID with all its faults.
 */
export function readInvitations({
  INVITATIONS: file,
  LIMIT_INVITATIONS: limit,
}: Pick<Settings, 'INVITATIONS' | 'LIMIT_INVITATIONS'>): Invitations {
  if (file === undefined) return NO_INVITATIONS;
  const problem = (problems: readonly string[], cause?: unknown) =>
    new AssistantError('CONFIGURATION_INVALID', `FLOORWALKER_INVITATIONS: ${problems.join('; ')}`, {
      details: { problems },
      cause,
    });
  const text = readTextFile(file, 'invitations');
  let content: unknown;
  try {
    content = JSON.parse(text);
  } catch (cause) {
    throw problem([`${file} is no JSON`], cause);
  }
  const parsed = invitationsSchema.safeParse(content);
  if (!parsed.success)
    throw problem(
      parsed.error.issues.map(({ path, message }) => `${path.join('.') || 'file'}: ${message}`),
      parsed.error,
    );
  if (parsed.data.rules.length > limit) throw problem([`rules: must be at most ${limit}`]);
  return parsed.data;
}

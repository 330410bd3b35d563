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
  | 'SHOP_NAME'
  | 'PRIVACY_POLICY_URL'
  | 'WIDGET_PRESET'
  | 'INVITATIONS'
  | 'LIMIT_INVITATIONS'
  | 'CHAT_MODEL'
  | 'CHAT_VISION'
>;

/**
 * What the widget is told of the shop.
 *
 * @param markets As they are at the moment of asking.
 * @throws {AssistantError} INVALID_ARGUMENT when the file of invitations cannot be read; CONFIGURATION_INVALID with all its faults.
 */
export function readWidgetSettings(
  settings: FromSettings,
  markets: () => readonly Market[],
): () => WidgetSettings {
  const invitations =
    settings.INVITATIONS === undefined
      ? NO_INVITATIONS
      : readInvitations(settings.INVITATIONS, settings.LIMIT_INVITATIONS);
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
    invitations,
  });
}

function readInvitations(file: string, limit: number): Invitations {
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

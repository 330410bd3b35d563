import type { SettingsDesk } from '../chat/desk/settings-desk.ts';
import type { Consent } from '../domain/customer.ts';
import { AssistantError, isAssistantError } from '../errors/assistant-error.ts';

/**
 * A consent names the text that it was given to, now or ever: else it would prove nothing. One that names none, as a
 * withdrawal may, is always fine.
 *
 * @throws {AssistantError} UNKNOWN_CONSENT_TEXT for a version that is not there, or in which nothing was asked.
 */
export async function assertConsentText(
  settings: Pick<SettingsDesk, 'version'>,
  { textVersion }: Partial<Consent> = {},
): Promise<void> {
  if (textVersion === undefined) return;
  const asked = await settings.version('consent-texts', textVersion).catch((error) => {
    if (isAssistantError(error) && error.code === 'NOT_FOUND') return undefined;
    throw error;
  });
  if (asked !== undefined && Object.keys(asked.value.texts).length > 0) return;
  throw new AssistantError(
    'UNKNOWN_CONSENT_TEXT',
    `There is no text of version ${textVersion} that asked for consent; GET /v1/widget tells the one in force`,
    { details: { textVersion } },
  );
}

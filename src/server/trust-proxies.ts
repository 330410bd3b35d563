import type { Express } from 'express';
import { AssistantError } from '../errors/assistant-error.ts';

/** @throws {AssistantError} CONFIGURATION_INVALID when an entry is no address. */
export function trustProxies(app: Express, proxies: readonly string[]): void {
  try {
    app.set('trust proxy', proxies.length === 0 ? false : [...proxies]);
  } catch (cause) {
    throw new AssistantError(
      'CONFIGURATION_INVALID',
      'FLOORWALKER_TRUSTED_PROXIES: must be addresses or networks',
      {
        cause,
      },
    );
  }
}

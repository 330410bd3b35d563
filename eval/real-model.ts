import { AssistantError } from '../src/errors/assistant-error.ts';

/** A model that the environment names, as a service takes it. */
export interface RealModel {
  /** "openai:gpt-5-mini"; several with commas between. */
  readonly name: string;
  /** `FLOORWALKER_CHAT_*` as they stand in the environment, for `loadConfig`. */
  readonly settings: Readonly<Record<string, string>>;
}

const PREFIX = 'FLOORWALKER_CHAT_';

/**
 * The model of `FLOORWALKER_CHAT_MODEL`, with which a suite is run in place of a double.
 *
 * @param environment Keys of providers beside `openai:` are read from it by their own clients.
 * @returns Undefined when none is named.
 * @throws {AssistantError} CONFIGURATION_INVALID for settings of a model without the model: a run that would be taken for one of a real
 *   model, and is not.
 */
export function realModel(environment: Readonly<Record<string, string | undefined>>): RealModel | undefined {
  const settings = Object.fromEntries(
    Object.entries(environment).flatMap(([name, value]) =>
      name.startsWith(PREFIX) && value !== undefined && value !== '' ? [[name, value] as const] : [],
    ),
  );
  const name = settings[`${PREFIX}MODEL`];
  if (name !== undefined) return { name, settings };
  if (Object.keys(settings).length === 0) return undefined;
  throw new AssistantError(
    'CONFIGURATION_INVALID',
    `${PREFIX}MODEL: is not set, but ${Object.keys(settings).join(', ')} is`,
  );
}

import { AssistantError } from '../../src/errors/assistant-error.ts';
import type { ServerOptions } from '../../src/server/create-server.ts';

const refuse = async (): Promise<never> => {
  throw new AssistantError('NOT_FOUND', 'Nothing is remembered here');
};

/** For servers whose test looks at something else. */
export const NO_MEMORY: ServerOptions['memory'] = {
  desk: { read: refuse, forget: refuse, pause: refuse },
  withoutBehaviour: refuse,
};

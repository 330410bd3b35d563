import type { DraftDesk } from '../../src/chat/desk/draft-desk.ts';
import type { SuggestionDesk } from '../../src/chat/desk/suggestion-desk.ts';
import { AssistantError } from '../../src/errors/assistant-error.ts';

const refuse = async (): Promise<never> => {
  throw new AssistantError('CONFLICT', 'Nothing is held here');
};

/** For servers whose test looks at something else. */
export const NO_DRAFT_DESK: DraftDesk = {
  draftOf: async () => undefined,
  check: async () => [],
  save: refuse,
  send: refuse,
  correct: refuse,
};

export const NO_SUGGESTION_DESK: SuggestionDesk = { suggest: refuse, check: refuse, sayIt: refuse };

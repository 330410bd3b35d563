import type { DocumentDesk } from '../../src/chat/desk/document-desk.ts';
import { AssistantError } from '../../src/errors/assistant-error.ts';

const refuse = async (): Promise<never> => {
  throw new AssistantError('NOT_FOUND', 'There is no such document');
};

/** A shop without documents. */
export const NO_DOCUMENT_DESK: DocumentDesk = {
  list: async () => ({ documents: [], removed: [] }),
  tryOut: async () => ({ kind: 'rejected', reason: 'there is no text in it' }),
  wouldBe: refuse,
  read: refuse,
  write: refuse,
  remove: refuse,
  history: refuse,
  rollBack: refuse,
};

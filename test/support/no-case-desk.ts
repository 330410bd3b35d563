import type { CaseDesk } from '../../src/chat/desk/case-desk.ts';
import type { PreviewDesk } from '../../src/chat/desk/preview-desk.ts';
import type { PublishGate } from '../../src/chat/desk/publish-gate.ts';
import { AssistantError } from '../../src/errors/assistant-error.ts';

const none = async (): Promise<never> => {
  throw new AssistantError('NOT_FOUND', 'There is no such case');
};

/** No cases, and a gate that lets everything through. */
export const NO_CASE_DESK: {
  readonly cases: CaseDesk;
  readonly gate: PublishGate;
  readonly previews: PreviewDesk;
} = {
  cases: { list: async () => [], freeze: none, review: none, change: none },
  gate: {
    check: async () => ({ played: 0, unplayed: 0, broken: [], failing: [] }),
    checkInForce: async () => ({ played: 0, unplayed: 0, broken: [], failing: [] }),
    admit: async (_candidate, { by: { firstName } }) => ({
      ...(firstName !== undefined && { author: firstName }),
      also: async () => undefined,
    }),
    play: async () => [],
    progress: () => undefined,
  },
  previews: { preview: async () => ({ turns: { played: 0, unplayed: 0, changed: [] }, titles: {} }) },
};

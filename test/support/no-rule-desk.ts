import type { RuleDesk } from '../../src/chat/rule-desk.ts';
import { AssistantError } from '../../src/errors/assistant-error.ts';

const refuse = async (): Promise<never> => {
  throw new AssistantError('NOT_FOUND', 'There is no rule here');
};

/** The desk of a shop whose merchant writes no rules. */
export const NO_RULE_DESK: RuleDesk = {
  read: async () => ({ version: 0, rules: [], notices: [] }),
  write: refuse,
  remove: refuse,
  history: refuse,
  wouldBe: refuse,
  earlier: refuse,
  preview: refuse,
};

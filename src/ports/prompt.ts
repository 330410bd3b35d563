import type { ChatMessage } from './chat-model.ts';

/** What is said to a model: a versioned text with places to fill, kept in a file of its own. */
export interface Prompt {
  /** "understand", "reply". */
  readonly id: string;
  /** Changed text is a new version. */
  readonly version: number;
  /** Names that `render` needs, all of them and no other. */
  readonly variables: readonly string[];
  /** @throws {AssistantError} INVALID_ARGUMENT when a variable is missing or was not declared. */
  render(variables: Readonly<Record<string, unknown>>): readonly ChatMessage[];
}

import type { ChatClient } from './chat-client.ts';
import type { Label } from './widget-labels.ts';

const SHOWN = 3;

/** Questions to begin with: the largest departments of the shop. None where the shop has no two. */
export async function exampleQuestions(
  client: Pick<ChatClient, 'departments'>,
  place: { readonly market?: string; readonly locale: string },
  label: Label,
): Promise<readonly string[]> {
  const found = await client.departments(place);
  if (found.kind === 'failed' || found.value.length < 2) return [];
  return found.value.slice(0, SHOWN).map((name) => label('exampleOf', { name }));
}

import type { HistoryWish } from '../domain/command.ts';
import type { DialogueState } from '../domain/dialogue-state.ts';

/**
 * What the conversation itself remembers of what was done in it, after a wish about that. It holds for this very turn; what is
 * kept elsewhere is changed when the act is carried out.
 */
export function keepHistory(state: DialogueState, wish: HistoryWish): DialogueState {
  switch (wish) {
    case 'stop':
      return { ...state, opened: [], historyPaused: true };
    case 'forget':
      return { ...state, opened: [] };
    case 'agree': {
      const { historyPaused: _, ...resumed } = state;
      return resumed;
    }
    case 'resume':
    case 'tell':
      return state;
  }
}

import type { LessonDesk } from '../../src/chat/desk/lesson-desk.ts';
import { AssistantError } from '../../src/errors/assistant-error.ts';

/** A desk where nothing was taught. */
export const NO_LESSON_DESK: LessonDesk = {
  read: async () => ({
    version: '',
    corrections: 0,
    isLearning: false,
    bounds: { byOne: 0, byAll: 0 },
    lessons: [],
  }),
  corrections: async () => ({ corrections: [], products: [] }),
  effectOfUndo: async () => ({ changes: [] }),
  undo: async () => {
    throw new AssistantError('NOT_FOUND', 'There is no such correction');
  },
  heed: () => {},
  learn: async () => {},
  close: async () => {},
};

/** Answers by question, the most recent ones. */
export interface Recent<Answer> {
  /** The kept answer, or what `find` gives now. */
  get(question: string, find: () => Answer): Answer;
  clear(): void;
}

/** @param limit Answers kept, >= 1; of more the one that was longest not asked for goes. */
export function createRecent<Answer>(limit: number): Recent<Answer> {
  const kept = new Map<string, { readonly answer: Answer }>();
  return {
    get(question, find) {
      const known = kept.get(question);
      const found = known ?? { answer: find() };
      kept.delete(question);
      const oldest = kept.keys().next();
      if (kept.size >= limit && oldest.done !== true) kept.delete(oldest.value);
      kept.set(question, found);
      return found.answer;
    },
    clear() {
      kept.clear();
    },
  };
}

/** Which conversations changed last, for readers who come back for what they missed. What it holds is bounded, however much changes. */
export interface ChangeLog {
  note(conversationId: string): void;
  /** Of the newest change; 0 before the first. */
  readonly head: number;
  /**
   * Conversations that changed after a position, each once, in the order of their last change.
   *
   * @returns undefined when it is not known any more what did. `position`: of the last of them; of the newest change when there is none.
   */
  after(
    position: number,
    limit: number,
  ): { readonly conversationIds: readonly string[]; readonly position: number } | undefined;
}

/** @param limit Conversations of which it is remembered that they changed. */
export function createChangeLog(limit: number): ChangeLog {
  /** To the number of the last change, the newest last. */
  const changes = new Map<string, number>();
  let head = 0;
  /** Of the last change that was let go. */
  let forgotten = 0;

  return {
    get head() {
      return head;
    },

    note(conversationId) {
      head += 1;
      changes.delete(conversationId);
      changes.set(conversationId, head);
      if (changes.size <= limit) return;
      const [oldest] = changes;
      if (oldest === undefined) return;
      changes.delete(oldest[0]);
      forgotten = oldest[1];
    },

    after(position, most) {
      if (position < forgotten || position > head) return undefined;
      const later = [...changes].filter(([, number]) => number > position).slice(0, most);
      return {
        conversationIds: later.map(([conversationId]) => conversationId),
        position: later.length < most ? head : (later.at(-1)?.[1] ?? head),
      };
    },
  };
}

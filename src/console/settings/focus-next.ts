/** Moves the focus to what is drawn next, as a row that was just added, or where one was taken away. */
export function focusNext(id: string): void {
  requestAnimationFrame(() => document.getElementById(id)?.focus());
}

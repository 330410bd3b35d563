export interface Launcher {
  readonly button: HTMLButtonElement;
  /** @param name Of the button; on a narrow page it is not seen. */
  word(name?: string): void;
  /** Says beside the button what went wrong. */
  tell(note?: string): void;
  /**
   * Takes what is typed, by a keyboard of any kind, while the panel is on its way.
   *
   * @returns Where it stands; the panel takes it up from there.
   */
  catchTyping(): HTMLTextAreaElement;
}

export function createLauncher(root: ShadowRoot): Launcher {
  const note = document.createElement('p');
  const button = document.createElement('button');
  const text = document.createElement('span');
  note.role = 'alert';
  button.className = button.part.value = 'launcher';
  button.append(text);
  root.append(note, button);
  return {
    button,
    word(name = '') {
      button.ariaLabel = text.textContent = name;
    },
    tell(words = '') {
      note.textContent = words;
    },
    catchTyping() {
      const area = document.createElement('textarea');
      area.ariaLabel = text.textContent;
      root.append(area);
      area.focus();
      return area;
    },
  };
}

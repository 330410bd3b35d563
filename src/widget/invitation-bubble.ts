export interface BubbleOptions {
  readonly text: string;
  /** Of the text. */
  readonly language: string;
  /** What the button says that sends it away. */
  readonly refuse: string;
  onAccept(): void;
  onRefuse(): void;
}

/**
 * An invitation, beside the launcher, in the same shadow root: small, quiet, and gone with one tap. The focus stays where it is; a screen
 * reader hears the words once, when it has nothing else to say.
 */
export function createBubble({ text, language, refuse, onAccept, onRefuse }: BubbleOptions): HTMLElement {
  const create = <Tag extends 'div' | 'button'>(tag: Tag, name: string, onClick?: () => void) => {
    const element = document.createElement(tag);
    element.className = name;
    element.onclick = onClick ?? null;
    return element;
  };
  const bubble = create('div', 'invitation');
  const words = create('div', '');
  const accept = create('button', 'accept', onAccept);
  const close = create('button', 'refuse', onRefuse);
  words.role = 'status';
  accept.lang = language;
  accept.dir = 'auto';
  close.textContent = refuse;
  words.append(accept);
  bubble.append(words, close);
  // A region is heard when its words come after it.
  requestAnimationFrame(() => {
    accept.textContent = text;
  });
  return bubble;
}

export function bubbleSheet(): CSSStyleSheet {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(`
    .invitation {
      position: absolute;
      inset-block-end: 100%;
      inset-inline-end: 1.25em;
      inline-size: min(19em, 100vw - 2.5em);
      padding: 0.35em;
      border: 1px solid var(--floorwalker-line, light-dark(#ddd7cc, #44413d));
      border-radius: 14px;
      border-end-end-radius: 4px;
      background: var(--floorwalker-ground, light-dark(#fdfcfa, #1d1c1b));
      color: var(--floorwalker-ink, light-dark(#24211d, #f2efe9));
      box-shadow: 0 8px 30px #0003;
    }
    .invitation button {
      all: unset;
      display: block;
      box-sizing: border-box;
      min-block-size: 44px;
      padding: 0.5em 0.8em;
      border-radius: 10px;
      cursor: pointer;
    }
    .invitation button::before {
      content: none;
    }
    .invitation .accept {
      inline-size: 100%;
      font-weight: 550;
      overflow-wrap: anywhere;
    }
    .invitation .refuse {
      padding-inline: 0.91em;
      font-size: 0.875em;
      color: var(--floorwalker-quiet, light-dark(#655e54, #b5ada1));
      text-decoration: underline;
      text-underline-offset: 0.2em;
    }
    .invitation button:hover {
      background: var(--floorwalker-raised, light-dark(#f3f0ea, #2a2927));
    }
    .invitation button:focus-visible {
      outline: 2px solid var(--accent);
    }
    @media (prefers-reduced-motion: no-preference) {
      .invitation {
        transition: 0.25s ease-out;
        @starting-style {
          opacity: 0;
          transform: translateY(0.5em);
        }
      }
    }
  `);
  return sheet;
}

/** Beside the launcher, in the same shadow root: small, quiet, and gone with one tap. */
export interface Bubble {
  remove(): void;
}

export interface BubbleOptions {
  readonly root: ShadowRoot;
  readonly text: string;
  /** Of the text. */
  readonly language: string;
  /** What the button says that sends it away. */
  readonly refuse: string;
  onAccept(): void;
  onRefuse(): void;
}

/** Shows an invitation. The focus stays where it is; a screen reader hears the words once, when it has nothing else to say. */
export function showBubble(options: BubbleOptions): Bubble {
  const { root, text, language, refuse } = options;
  root.adoptedStyleSheets = [...new Set([...root.adoptedStyleSheets, bubbleSheet()])];
  const bubble = document.createElement('div');
  bubble.className = 'invitation';
  const words = document.createElement('div');
  words.role = 'status';
  const accept = button('accept', '', options.onAccept);
  accept.lang = language;
  accept.dir = 'auto';
  words.append(accept);
  const close = button('refuse', refuse, options.onRefuse);
  bubble.append(words, close);
  const onKey = (event: KeyboardEvent) => {
    if (event.key === 'Escape' && !event.isComposing) options.onRefuse();
  };
  document.addEventListener('keydown', onKey);
  root.prepend(bubble);
  // A region is heard when its words come after it.
  requestAnimationFrame(() => {
    accept.textContent = text;
  });
  return {
    remove() {
      document.removeEventListener('keydown', onKey);
      bubble.remove();
    },
  };
}

function button(name: string, text: string, onClick: () => void): HTMLButtonElement {
  const element = document.createElement('button');
  element.type = 'button';
  element.className = name;
  element.textContent = text;
  element.addEventListener('click', onClick);
  return element;
}

let shared: CSSStyleSheet | undefined;

function bubbleSheet(): CSSStyleSheet {
  if (shared !== undefined) return shared;
  shared = new CSSStyleSheet();
  shared.replaceSync(`
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
      box-shadow: 0 8px 30px rgb(0 0 0 / 0.18);
    }
    .invitation button {
      display: block;
      min-block-size: 44px;
      margin: 0;
      padding: 0.5em 0.8em;
      border-radius: 10px;
      background: none;
      color: inherit;
      font-weight: 400;
      text-align: start;
      box-shadow: none;
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
        animation: floorwalker-invite 0.25s ease-out;
      }
      @keyframes floorwalker-invite {
        from {
          opacity: 0;
          transform: translateY(0.5em);
        }
      }
    }
  `);
  return shared;
}

import { html, nothing, type TemplateResult } from 'lit';
import type { Macro } from '../../domain/desk/settings.ts';
import { findMacros, type Slash } from './macro-text.ts';

const MENU_ID = 'macro-menu';

/** What a "/" in the words offers: found by typing on, chosen by arrows and Enter. */
export class MacroMenu {
  slash: Slash | undefined;
  found: readonly Macro[] = [];
  #at = 0;

  /** @param macros All that there are. */
  type(slash: Slash | undefined, macros: readonly Macro[]): void {
    this.slash = slash;
    this.found = slash === undefined ? [] : findMacros(macros, slash.typed);
    this.#at = 0;
  }

  close(): void {
    this.type(undefined, []);
  }

  get isOpen(): boolean {
    return this.slash !== undefined;
  }

  get chosen(): Macro | undefined {
    return this.found[this.#at];
  }

  /** @returns Whether the key was for it. */
  press(key: string, onChoose: (macro: Macro) => void): boolean {
    if (!this.isOpen) return false;
    if (key === 'Escape') {
      this.close();
      return true;
    }
    if (this.chosen === undefined) return false;
    if (key === 'Enter' || key === 'Tab') {
      onChoose(this.chosen);
      return true;
    }
    const by = key === 'ArrowDown' ? 1 : key === 'ArrowUp' ? -1 : 0;
    this.#at = (this.#at + by + this.found.length) % this.found.length;
    return by !== 0;
  }

  /** For the field that it belongs to. */
  get controls(): { readonly menuId: string; readonly activeId: string } | undefined {
    return this.chosen === undefined ? undefined : { menuId: MENU_ID, activeId: `${MENU_ID}-${this.#at}` };
  }

  draw(onChoose: (macro: Macro) => void): TemplateResult | typeof nothing {
    if (!this.isOpen) return nothing;
    if (this.found.length === 0)
      return html`<p class="macro-menu quiet" role="status">No text has “${this.slash?.typed}”.</p>`;
    return html`<ul class="macro-menu" id=${MENU_ID} role="listbox" aria-label="Texts">
      ${this.found.map(
        (macro, at) => html`<li
          id=${`${MENU_ID}-${at}`}
          role="option"
          aria-selected=${at === this.#at ? 'true' : 'false'}
          @mousedown=${(event: Event) => {
            // The field keeps the focus.
            event.preventDefault();
            onChoose(macro);
          }}
        ><strong dir="auto">${macro.title}</strong> <span class="quiet" dir="auto">${Object.values(macro.texts)[0]}</span></li>`,
      )}
    </ul>`;
  }
}

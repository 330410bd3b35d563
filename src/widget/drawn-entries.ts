import { render, type TemplateResult } from 'lit/html.js';

/** Elements of a list, each of which stays that of its entry however the list changes around it. */
export class DrawnEntries {
  #elements = new Map<string, HTMLElement>();

  /**
   * Draws what is given, in order, before an element that stays; what was drawn before and is not given goes. Nothing
   * is moved that stands in its place, so that focus and scrolling stay.
   */
  draw(entries: readonly (readonly [id: string, content: TemplateResult])[], end: Element): void {
    const before = this.#elements;
    this.#elements = new Map(entries.map(([id]) => [id, before.get(id) ?? createEntry(id)]));
    for (const [id, element] of before) if (!this.#elements.has(id)) element.remove();
    let next = end;
    for (const [id, content] of entries.toReversed()) {
      const element = this.#elements.get(id);
      if (element === undefined) continue;
      render(content, element);
      if (element.nextElementSibling !== next) end.parentNode?.insertBefore(element, next);
      next = element;
    }
  }
}

function createEntry(id: string): HTMLElement {
  const element = document.createElement('div');
  element.className = 'entry';
  element.dataset.entry = id;
  return element;
}

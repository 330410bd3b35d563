import { LitElement } from 'lit';

/**
 * An element of the desk, in the tree of the page, so that the desk's style sheet holds in it and labels reach their
 * fields.
 */
export abstract class DeskElement extends LitElement {
  protected override createRenderRoot(): HTMLElement {
    return this;
  }
}

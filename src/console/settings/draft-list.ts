import { html, nothing, type TemplateResult } from 'lit';

/** What was typed and not published, each to go on with or to discard. */
export const draftList = (options: {
  readonly drafts: readonly { readonly name: string; readonly title: string }[];
  readonly onOpen: (name: string) => void;
  readonly onDiscard: (name: string) => void;
}): TemplateResult | typeof nothing =>
  options.drafts.length === 0
    ? nothing
    : html`<section class="pending" aria-labelledby="drafts-heading">
        <p id="drafts-heading"><strong>Not published yet</strong></p>
        <ul class="drafts">
          ${options.drafts.map(
            ({ name, title }) => html`<li>
              <span dir="auto">${title}</span>
              <button class="button small" type="button" @click=${() => options.onOpen(name)}>
                Go on<span class="unseen"> with ${title}</span>
              </button>
              <button class="button small" type="button" @click=${() => options.onDiscard(name)}>
                Discard<span class="unseen"> ${title}</span>
              </button>
            </li>`,
          )}
        </ul>
      </section>`;

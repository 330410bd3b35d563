import { html, nothing, type TemplateResult } from 'lit';
import type { DeskContext } from '../page.ts';
import { draftsOf } from '../settings/kept-drafts.ts';
import { SETTING_PAGES } from '../settings/setting-pages.ts';

/** What is set at the desk: each thing in its form, with what it was before and the way back. */
export function page(context: DeskContext): TemplateResult {
  const { kind } = context.place.params;
  const [first] = SETTING_PAGES;
  const open = SETTING_PAGES.find(({ name }) => name === kind) ?? first;
  const left = leftUnpublished(context).filter((name) => name !== open?.name);
  return html`<div class="page wide settings">
    <h1>Settings</h1>
    <div class="settings-columns">
      <nav aria-label="Kinds of settings">
        <ul class="settings-kinds">
          ${SETTING_PAGES.map(
            ({ name, title }) => html`<li>
              <a href=${`/desk/settings/${name}`} aria-current=${name === open?.name ? 'page' : nothing}>${title}
                ${left.includes(name) ? html`<span class="tag cool">not published yet</span>` : nothing}</a>
            </li>`,
          )}
        </ul>
      </nav>
      <section aria-labelledby="setting-heading">
        <h2 id="setting-heading">${open?.title}</h2>
        <p class="quiet">${open?.about}</p>
        ${open?.draw(context)}
      </section>
    </div>
  </div>`;
}

/** The pages on which something was typed and not published. */
const leftUnpublished = (context: DeskContext): readonly string[] => [
  ...draftsOf(context, 'settings').names(),
  ...(draftsOf(context, 'rules').names().length === 0 ? [] : ['rules']),
];

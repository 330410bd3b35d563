import { ref } from 'lit/directives/ref.js';
import { html, nothing, type TemplateResult } from 'lit/html.js';
import type { DrawerContext } from '../drawers.ts';
import { createPrivacyClient } from '../privacy-client.ts';
import { PrivacyController, type Use } from '../privacy-controller.ts';
import type { PrivacyWords } from '../privacy-label.ts';
import { privacyStyles } from '../privacy-styles.ts';
import { safeAddress } from '../safe-address.ts';
import { adoptStyles } from '../styles.ts';
import { memoryList } from './memory-list.ts';
import { plainLists } from './plain-lists.ts';

const controllers = new WeakMap<DrawerContext['host'], PrivacyController>();

function controllerOf({ host, server, conversation }: DrawerContext): PrivacyController {
  const known = controllers.get(host);
  if (known !== undefined) return known;
  const controller = new PrivacyController(host, { client: createPrivacyClient(server), conversation });
  controllers.set(host, controller);
  adoptStyles(host.renderRoot, privacyStyles);
  return controller;
}

/** Consent, what is remembered and why, and what would be without it: all in one place. */
export function privacyDrawer(context: DrawerContext): TemplateResult {
  const privacy = controllerOf(context);
  privacy.speak(context.locale);
  const { words } = privacy;
  return html`<div class="privacy" ${ref(privacy.shown)}>
    ${words === undefined ? html`<p class="note">${context.label('working')}</p>` : contents(privacy, words, context)}
  </div>`;
}

function contents(privacy: PrivacyController, words: PrivacyWords, context: DrawerContext): TemplateResult {
  const { label, server } = context;
  const policy = safeAddress(privacy.policyUrl, server);
  return html`
    <p class="unseen" role="status">${privacy.notice}</p>
    ${privacy.isOptedOut ? html`<p class="honoured">${words('gpc')}</p>` : nothing}
    ${uses(privacy, words)}
    ${privacy.notice === '' ? nothing : html`<p class="told" aria-hidden="true">${privacy.notice}</p>`}
    ${memoryList(privacy, words, label)}
    ${plainLists(privacy, words, server)}
    ${conversation(privacy, words)}
    ${policy === undefined ? nothing : html`<p><a href=${policy} target="_blank" rel="noopener">${words('policy')}</a></p>`}
  `;
}

function uses(privacy: PrivacyController, words: PrivacyWords): TemplateResult {
  const choice = (use: Use) => html`<label class="use">
    <input
      type="radio"
      name="use"
      .checked=${privacy.use === use}
      ?disabled=${use === 'always' && privacy.isOptedOut}
      @change=${() => void privacy.choose(use)}
    />
    <span><b>${words(`use-${use}`)}</b><small>${words(`use-${use}-hint`)}</small></span>
  </label>`;
  const { consentText } = privacy;
  return html`<fieldset class="uses" aria-busy=${privacy.isBusy}>
    <legend dir="auto">${consentText?.question ?? words('use')}</legend>
    ${consentText?.explanation.split('\n').map((line) => html`<p class="note" dir="auto">${line}</p>`) ?? nothing}
    ${choice('always')} ${choice('visit')} ${choice('never')}
  </fieldset>`;
}

/** What can be done with the conversation itself; what cannot be undone is asked first. */
function conversation(privacy: PrivacyController, words: PrivacyWords): TemplateResult {
  return html`<section aria-labelledby="privacy-conversation">
    <h3 id="privacy-conversation">${words('conversation')}</h3>
    ${
      privacy.isErasing
        ? html`<div class="ask" role="group" aria-labelledby="erase-ask">
            <p id="erase-ask">${words('erase-ask')}</p>
            <button class="option" @click=${() => privacy.askToErase(false)}>${words('erase-no')}</button>
            <button class="option bad" @click=${privacy.erase}>${words('erase-yes')}</button>
          </div>`
        : html`<div class="deeds">
            <button class="option" @click=${privacy.download}>${words('download')}</button>
            <button class="option" @click=${() => privacy.askToErase(true)}>${words('erase')}</button>
          </div>`
    }
  </section>`;
}

import { html, nothing, type TemplateResult } from 'lit/html.js';
import type { ProductView } from '../../domain/turn.ts';
import type { Comparison, PrivacyController } from '../privacy-controller.ts';
import type { PrivacyWords } from '../privacy-label.ts';
import { safeAddress } from '../safe-address.ts';

/** The last list beside the one that somebody would get who did nothing here. */
export function plainLists(privacy: PrivacyController, words: PrivacyWords, server: string): TemplateResult {
  const { comparison } = privacy;
  const isOff = privacy.isBusy || privacy.lastList === undefined;
  return html`<section aria-labelledby="privacy-without">
    <h3 id="privacy-without">${words('without')}</h3>
    <p class="note">${words(privacy.lastList === undefined ? 'no-list' : 'without-hint')}</p>
    ${
      comparison === undefined
        ? html`<button class="option" ?disabled=${isOff} @click=${privacy.compare}>${words('without')}</button>`
        : lists(comparison, words, server)
    }
  </section>`;
}

function lists({ shown, plain }: Comparison, words: PrivacyWords, server: string): TemplateResult {
  if (plain.isSame) return html`<p role="status" class="same">${words('same')}</p>`;
  const places = new Map(shown.map(({ productId }, index) => [productId, index + 1]));
  return html`<div class="lists">
    ${list(words('shown'), shown, server)}
    ${list(words('plain'), plain.products, server, ({ productId }, position) => {
      const before = places.get(productId);
      if (before === undefined) return words('was-not');
      return before === position ? undefined : words('was', { position: before });
    })}
  </div>`;
}

function list(
  name: string,
  products: readonly ProductView[],
  server: string,
  noteOf: (product: ProductView, position: number) => string | undefined = () => undefined,
): TemplateResult {
  return html`<div>
    <h4>${name}</h4>
    <ol role="list" aria-label=${name}>
      ${products.map((product, index) => {
        const picture = safeAddress(product.imageUrl, server);
        const note = noteOf(product, index + 1);
        return html`<li>
          ${picture === undefined ? nothing : html`<img src=${picture} alt="" width="40" height="40" loading="lazy" />`}
          <div>
            <p dir="auto">${index + 1}. ${product.title}</p>
            <p class="because">${product.price.formatted}${note === undefined ? nothing : html` · <b>${note}</b>`}</p>
          </div>
        </li>`;
      })}
    </ol>
  </div>`;
}

import { html, nothing, type TemplateResult } from 'lit/html.js';
import { safeAddress } from '../safe-address.ts';
import { pictureIcon } from './shopping-icons.ts';

/** A picture whose room is kept; a quiet sign stands there when there is none, or it cannot be shown. */
export function productPicture(
  imageUrl: string | undefined,
  server: string,
  content: TemplateResult | typeof nothing = nothing,
): TemplateResult {
  const address = safeAddress(imageUrl, server);
  return html`<div class="picture" aria-hidden="true">
    ${pictureIcon}
    ${
      address === undefined
        ? nothing
        : html`<img src=${address} alt="" width="88" height="88" loading="lazy" decoding="async" @load=${show} @error=${hide} />`
    }
    ${content}
  </div>`;
}

const show = ({ currentTarget }: Event): void => {
  if (currentTarget instanceof HTMLImageElement) currentTarget.hidden = false;
};
/** A picture that cannot be shown leaves its place. */
export const hide = ({ currentTarget }: Event): void => {
  if (currentTarget instanceof HTMLImageElement) currentTarget.hidden = true;
};

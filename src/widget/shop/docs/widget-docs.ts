/// <reference types="vite/client" />
import { html, render, type TemplateResult } from 'lit';
import react from '../../examples/assistant.tsx?raw';
import vue from '../../examples/assistant.vue?raw';
import element from '../../examples/element.html?raw';
import invitations from '../../examples/invitations.json?raw';
import oneLine from '../../examples/one-line.html?raw';
import shopify from '../../examples/shopify-theme.liquid?raw';
import { request } from '../../request.ts';
import { REFERENCE } from './widget-reference.ts';

const PRESETS = ['calm', 'bold', 'plain'];
const EXAMPLES: readonly (readonly [name: string, code: string])[] = [
  ['Plain HTML', oneLine],
  ['The element itself', element],
  ['React', react],
  ['Vue', vue],
  ['Shopify theme', shopify],
];

const TRACKED = `document.dispatchEvent(new CustomEvent('floorwalker-track', {
  detail: { event: 'Product Added', properties: { product_id: 'SC-1' } },
}));`;
const MEMORY = `GET    /v1/conversations/{id}/memory
DELETE /v1/conversations/{id}/memory/{item}
PATCH  /v1/conversations/{id}/memory   {"isPaused": true}`;

interface Manifest {
  readonly address: string;
  readonly integrity: string;
}

const chat = () => document.querySelector('floorwalker-chat');
const here = (code: string) => code.replaceAll('https://chat.your-shop.example', location.origin);

function page(manifest: Manifest | undefined): TemplateResult {
  return html`
    <h1>The widget</h1>
    <p>One line puts the assistant on a page. Name the origin of the page in <code>FLOORWALKER_ALLOWED_ORIGINS</code>.</p>
    <pre tabindex="0"><code>&lt;script type="module" src="${location.origin}/widget.js"&gt;&lt;/script&gt;</code></pre>
    <p>The same bytes for ever, checked by the browser. A server keeps the versions that it served before (<code>FLOORWALKER_LIMIT_WIDGET_VERSIONS</code>, <code>FLOORWALKER_LIMIT_WIDGET_BYTES</code>; <code>/widget.json</code> lists them), so that this line goes on working through upgrades; <code>/widget.js</code> is always the present one.</p>
    <pre tabindex="0" id="pinned"><code>${manifest === undefined ? 'The manifest cannot be had.' : pinned(manifest)}</code></pre>
    <p>What you put into the element is there until the assistant is, and stays where a browser has no scripts or refuses a script whose hash is another one:</p>
    <pre tabindex="0"><code>${'<floorwalker-chat><a href="/contact">Ask us</a></floorwalker-chat>'}</code></pre>
    <h2>Try it</h2>
    <div class="try">
      ${PRESETS.map((preset) => html`<button @click=${() => chat()?.setAttribute('preset', preset)}>Preset ${preset}</button>`)}
      <button @click=${() => void chat()?.say('something warm for the winter')}>Ask for something warm</button>
      <button @click=${() => void chat()?.startOver()}>Start over</button>
    </div>
    <h2>Examples</h2>
    ${EXAMPLES.map(([name, code]) => html`<h3>${name}</h3><pre tabindex="0"><code>${here(code)}</code></pre>`)}
    <h2>A strict policy</h2>
    <p>The widget brings no inline code and no style elements, and makes one Trusted Types policy, "lit-html".</p>
    <pre tabindex="0"><code>script-src ${location.origin}; connect-src ${location.origin}; img-src ${location.origin} your-pictures;
require-trusted-types-for 'script'; trusted-types lit-html</code></pre>
    <h2>What the page tells</h2>
    <p>Heard only while the shopper lets what they do be used.</p>
    <pre tabindex="0"><code>${TRACKED}</code></pre>
    <h2>Invitations</h2>
    <p>When shoppers are invited to talk is told by a JSON file, named in <code>FLOORWALKER_INVITATIONS</code>. All conditions of a rule must hold; a refusal is kept.</p>
    <pre tabindex="0" id="invitations"><code>${invitations}</code></pre>
    <h2>Privacy</h2>
    <p>
      Nothing is kept of a shopper who did not agree; Global Privacy Control counts as no. What is remembered stands in the panel under
      "Privacy and memory", each thing with its reason, and can be forgotten or paused there, or by the page:
    </p>
    <pre tabindex="0"><code>${MEMORY}</code></pre>
    ${Object.entries(REFERENCE).map(
      ([kind, rows]) => html`
        <h2>${kind}</h2>
        <div class="scroll" tabindex="0" role="region" aria-label=${kind}>
          <table>
            <thead><tr><th scope="col">Name</th><th scope="col">Meaning</th></tr></thead>
            <tbody>${rows.map(([name, meaning]) => html`<tr><th scope="row"><code>${name}</code></th><td>${meaning}</td></tr>`)}</tbody>
          </table>
        </div>
      `,
    )}
    <p>Types: <a href="/widget.d.ts">widget.d.ts</a>. Version, address, hash and sizes: <a href="/widget.json">widget.json</a>.</p>
  `;
}

const pinned = ({ address, integrity }: Manifest): string =>
  `<script type="module" src="${location.origin}${address}"\n  integrity="${integrity}" crossorigin="anonymous"></script>`;

const manifest = await request<Manifest>('/widget.json');
const root = document.getElementById('docs');
if (root !== null) render(page(manifest.kind === 'fetched' ? manifest.value : undefined), root);

import { html, nothing, type TemplateResult } from 'lit';
import { ref } from 'lit/directives/ref.js';
import type {
  ListChange,
  PreviewDiff,
  PreviewedSearch,
  PreviewedTurn,
  WordChange,
} from '../../domain/desk/preview.ts';
import type { AnswerSource } from '../../domain/policy-step.ts';
import { emptyState } from '../components/states.ts';
import { withQuery } from '../desk-client.ts';
import type { TrialKind } from './trial.ts';

/** Shown at once; the rest on demand. */
const AT_ONCE = 10;
/** Products of one list that are named. */
const NAMED = 8;

interface TrialView {
  readonly kind: TrialKind;
  readonly diff: PreviewDiff;
  /** Whether who looks may open them. */
  readonly opensConversations: boolean;
  readonly opensSearches: boolean;
}

/** What would be other, the most changed first. */
export function trialResult({ kind, diff, opensConversations, opensSearches }: TrialView): TemplateResult {
  const { turns, searches, titles } = diff;
  const asked = kind === 'document' ? 'question' : 'message';
  const tried = [
    ...(searches === undefined ? [] : [saidOf(searches, 'search', 'searches')]),
    saidOf(turns, asked, `${asked}s`),
  ];
  return html`<section class="trial" aria-labelledby="trial-heading" ${ref(bringIntoView)}>
    <div role="status">${heading(kind, `${tried.join(' and ')} would be answered otherwise`)}</div>
    ${kind === 'house-rules' ? html`<p class="quiet">Of the words that the shop keeps itself: no language model was asked.</p>` : nothing}
    ${
      searches === undefined
        ? nothing
        : part({
            heading: 'Searches that come most often',
            ...searches,
            none: 'Searches are counted once the same words came several times; none did yet.',
            draw: (search) => searchItem(search, { titles, isLink: opensSearches }),
          })
    }
    ${part({
      heading: kind === 'document' ? 'The newest questions' : 'The newest messages',
      ...turns,
      none: 'Nobody asked anything yet that it could be tried on.',
      draw: (turn) => turnItem(turn, { titles, isLink: opensConversations }),
    })}
  </section>`;
}

/** A text has a page of its own, where a setting is a part of one. */
const heading = (kind: TrialKind, text: string): TemplateResult =>
  kind === 'document' ? html`<h2 id="trial-heading">${text}</h2>` : html`<h3 id="trial-heading">${text}</h3>`;

type Titles = PreviewDiff['titles'];

interface Drawn {
  readonly titles: Titles;
  readonly isLink: boolean;
}

const saidOf = (
  { played, changed }: { readonly played: number; readonly changed: readonly unknown[] },
  one: string,
  many: string,
): string => `${changed.length} of ${played} ${played === 1 ? one : many}`;

function part<Changed>(options: {
  readonly heading: string;
  readonly played: number;
  readonly unplayed: number;
  readonly changed: readonly Changed[];
  readonly none: string;
  readonly draw: (changed: Changed) => TemplateResult;
}): TemplateResult {
  const { heading, played, unplayed, changed, draw } = options;
  const [first, rest] = [changed.slice(0, AT_ONCE), changed.slice(AT_ONCE)];
  return html`<p class="trial-part">${heading}</p>
    ${unplayed === 0 ? nothing : html`<p class="quiet">${unplayed} were not tried: an order or a basket was under way, or there was no time.</p>`}
    ${changed.length > 0 ? html`<ol class="trial-items">${first.map(draw)}</ol>` : emptyState(played === 0 ? 'Nothing to try it on' : 'Nothing changes', played === 0 ? options.none : '')}
    ${
      rest.length === 0
        ? nothing
        : html`<details>
            <summary>${rest.length} more that change less</summary>
            <ol class="trial-items" start=${AT_ONCE + 1}>${rest.map(draw)}</ol>
          </details>`
    }`;
}

function searchItem(search: PreviewedSearch, { titles, isLink }: Drawn): TemplateResult {
  const { words, market, language, times } = search;
  const address = withQuery('/desk/search', { q: words, market, locale: language });
  return html`<li>
    <p class="trial-asked">
      ${asked(words, isLink ? address : undefined)}
      <span class="quiet">${times} times · ${market}, ${language}</span>
    </p>
    ${listChange(search, titles)}
  </li>`;
}

const turnItem = (turn: PreviewedTurn, { titles, isLink }: Drawn): TemplateResult =>
  html`<li>
    <p class="trial-asked">
      ${asked(turn.utterance, isLink ? `/desk/conversations/${encodeURIComponent(turn.conversationId)}` : undefined)}
    </p>
    ${listChange(turn, titles)} ${wordChange(turn)}
  </li>`;

/** Beside the form, which is not left: what is typed there is not published yet. */
const asked = (words: string, address: string | undefined): TemplateResult =>
  address === undefined
    ? html`<span dir="auto">${words}</span>`
    : html`<a href=${address} target="_blank" dir="auto">${words}</a>`;

/** By the places that are other, from the top of the list. */
function listChange(change: ListChange, titles: Titles): TemplateResult | typeof nothing {
  const rows = [
    ...change.in.map(({ productId, place }) => row('comes in', 'good', productId, { to: place })),
    ...change.out.map(({ productId, place }) => row('goes out', 'bad', productId, { from: place })),
    ...change.moved.map(({ productId, from, to }) =>
      row(to < from ? 'goes up' : 'goes down', 'cool', productId, { from, to }),
    ),
  ].sort((left, right) => left.top - right.top);
  if (rows.length === 0) return nothing;
  return html`<ul class="trial-products">
    ${rows.slice(0, NAMED).map(
      ({ what, tone, productId, places }) => html`<li>
        <span class="tag ${tone}">${what}</span>
        <span dir="auto" title=${productId}>${titles[productId] ?? productId}</span>
        <span class="quiet">${places}</span>
      </li>`,
    )}
    ${rows.length > NAMED ? html`<li class="quiet trial-rest">and ${rows.length - NAMED} more</li>` : nothing}
  </ul>`;
}

function row(
  what: string,
  tone: 'good' | 'bad' | 'cool',
  productId: string,
  { from, to }: { readonly from?: number; readonly to?: number },
) {
  const places = from === undefined ? `at ${to}` : to === undefined ? `was ${from}` : `${from} → ${to}`;
  return { what, tone, productId, places, top: Math.min(from ?? Infinity, to ?? Infinity) };
}

/** What is said now and what would be said, side by side. */
function wordChange({
  words,
  sources,
}: Pick<PreviewedTurn, 'words' | 'sources'>): TemplateResult | typeof nothing {
  if (words === undefined && sources === undefined) return nothing;
  const side = (heading: string, which: keyof WordChange) => html`<div>
    <p class="trial-side">${heading}</p>
    ${words === undefined ? nothing : html`<p dir="auto" class="trial-said">${words[which]}</p>`}
    ${sources === undefined ? nothing : html`<p class="quiet">${sayFrom(sources[which])}</p>`}
  </div>`;
  return html`<div class="trial-words">${side('Now', 'before')} ${side('Then', 'after')}</div>`;
}

const sayFrom = (sources: readonly AnswerSource[]): string =>
  sources.length === 0
    ? 'From none of the texts'
    : `From ${sources.map(({ title, heading }) => (heading === undefined ? title : `${title} › ${heading}`)).join(', ')}`;

/** Once, when it comes: the form above it may be longer than the window. */
function bringIntoView(element: Element | undefined): void {
  queueMicrotask(() => element?.scrollIntoView({ block: 'nearest' }));
}

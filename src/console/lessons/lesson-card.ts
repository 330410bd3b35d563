import { html, nothing, type TemplateResult } from 'lit';
import type { LessonExample, LessonOverview, Named, TaughtLesson } from '../../domain/desk/lesson.ts';
import { sayDate } from '../say-time.ts';
import { counted, sayClicks, sayLesson, sayScope } from './lesson-words.ts';
import { productTitle } from './product-title.ts';

const STATES: Readonly<Record<TaughtLesson['state'], { readonly word: string; readonly tone: string }>> = {
  adopted: { word: 'In force', tone: 'good' },
  waiting: { word: 'Could be chance', tone: '' },
  rejected: { word: 'Vetoed by shoppers', tone: 'bad' },
};

/** What was learned of a product: of whom, on what evidence, how far it moves it, and what it did to lists that were served. */
export function lessonCard(
  lesson: TaughtLesson,
  options: {
    readonly bounds: LessonOverview['bounds'];
    readonly isChosen: boolean;
    /** Shows the corrections that it was learned from, or all again. */
    readonly onChoose: () => void;
  },
): TemplateResult {
  const { product, scope, state, added, sureness, corrections, reach, examples } = lesson;
  const { bounds, isChosen, onChoose } = options;
  const { word, tone } = STATES[state];
  return html`<article class="card lesson">
    <header class="lesson-head">
      <h3 dir="auto">${productTitle(product)}</h3>
      <span class="quiet" dir="auto">${sayScope(scope)}</span>
      <span class="tag ${tone}">${word}</span>
    </header>
    <p>${sayLesson(lesson, bounds)}</p>
    <dl class="lesson-facts">
      <div>
        <dt>Moves its score by, of ${bounds.byAll} at most</dt>
        <dd>
          <meter
            min="0"
            max=${bounds.byAll}
            value=${state === 'adopted' ? Math.abs(added) : 0}
            aria-label="Of what lessons move a score by at most"
          ></meter>
        </dd>
      </div>
      <div>
        <dt>Sureness, believed from 1 on</dt>
        <dd class="number">${Math.abs(sureness).toFixed(2)}</dd>
      </div>
      <div>
        <dt>What shoppers chose</dt>
        <dd>${sayClicks(lesson)}</dd>
      </div>
      <div>
        <dt>${state === 'rejected' ? 'Would stand elsewhere' : 'Stands elsewhere'}</dt>
        <dd>${sayReach(reach)}</dd>
      </div>
    </dl>
    <p>
      <button class="button small" type="button" aria-pressed=${isChosen ? 'true' : 'false'} @click=${onChoose}>
        ${counted(corrections, 'correction')} it was learned from
      </button>
    </p>
    ${
      examples.length === 0
        ? nothing
        : html`<details>
            <summary>${state === 'rejected' ? 'Lists it would have changed' : 'Lists before and after'} (${examples.length})</summary>
            ${examples.map((example) => exampleView(example, product))}
          </details>`
    }
  </article>`;
}

const sayReach = ({ lists, changed }: TaughtLesson['reach']): string =>
  lists === 0
    ? 'no list of the log showed it'
    : `in ${changed} of the ${counted(lists, 'newest list')} that showed it`;

const exampleView = ({ shownAt, before, after }: LessonExample, product: Named): TemplateResult =>
  html`<div class="lesson-example">
    <p class="hint">${sayDate(shownAt)}</p>
    ${listView('Without lessons', before, product)} ${listView('With them', after, product)}
  </div>`;

const listView = (heading: string, products: readonly Named[], marked: Named): TemplateResult =>
  html`<div>
    <h4>${heading}</h4>
    <ol>
      ${products.map((product) => html`<li class=${product.id === marked.id ? 'marked' : nothing} dir="auto">${productTitle(product)}</li>`)}
    </ol>
  </div>`;

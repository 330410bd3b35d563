import { html, nothing, type TemplateResult } from 'lit';
import type { Correction } from '../../domain/desk/draft.ts';
import type { HandoverCard } from '../../domain/handover.ts';
import type { Constraint } from '../../domain/need.ts';
import type { NeedView } from '../../domain/turn.ts';
import { icon } from '../components/icon.ts';
import { sayMoney } from '../insights/say-figure.ts';
import { REASON_WORDS } from '../queue/say-line.ts';
import { sayTime } from '../say-time.ts';
import { sayConstraint, slotsOf } from './need-edit.ts';

/** What is wanted, as typed state: what an agent takes out holds no more from the next message on. */
export function needView(view: {
  readonly need: NeedView;
  readonly canEdit: boolean;
  onRemove(constraint: Constraint): void;
  /** Below the wishes. */
  readonly form: TemplateResult | typeof nothing;
}): TemplateResult {
  const { need, canEdit, onRemove } = view;
  const { query, hard, soft, unknown, budget } = need;
  const slots = slotsOf(need);
  const isEmpty =
    [query, ...slots].every((value) => value === '') && hard.length + soft.length + unknown.length === 0;
  const say = (constraint: Constraint) =>
    constraint.attribute === 'price' && budget !== undefined
      ? `price: ${sayBudget(budget)}`
      : sayConstraint(constraint);
  const chip = (
    constraint: Constraint,
    tone: string,
    meaning: string,
  ) => html`<li class="need-chip ${tone}" title=${`${meaning}; ${Math.round(constraint.confidence * 100)} % sure, message ${constraint.sourceTurn}`}>
    <span dir="auto">${say(constraint)}</span>
    ${
      canEdit
        ? html`<button type="button" aria-label=${`Take out: ${say(constraint)}`} @click=${() => onRemove(constraint)}>${icon('close')}</button>`
        : nothing
    }
  </li>`;
  return html`<section class="side-part" aria-labelledby="need-heading">
    <h2 id="need-heading">Looked for</h2>
    ${query === '' ? nothing : html`<p class="need-query" dir="auto">“${query}”</p>`}
    ${isEmpty ? html`<p class="quiet">Nothing yet</p>` : nothing}
    <ul class="need-chips">
      ${hard.map((constraint) => chip(constraint, 'hard', 'Must hold'))}
      ${soft.map((constraint) => chip(constraint, 'soft', 'Would be nice'))}
      ${unknown.map((constraint) => chip(constraint, 'unknown', 'Not known in this shop'))}
      ${slots.map(([name, value]) => html`<li class="need-chip"><span dir="auto">${name}: ${value}</span></li>`)}
      ${budget === undefined || hard.some(({ attribute }) => attribute === 'price') ? nothing : html`<li class="need-chip hard"><span class="number">${sayBudget(budget)}</span></li>`}
    </ul>
    ${view.form}
  </section>`;
}

/** "from $20.00", "up to $60.00", "$20.00 to $60.00". */
function sayBudget({ min, max }: NonNullable<NeedView['budget']>): string {
  const [from, until] = [min, max].map((money) =>
    money === undefined ? undefined : sayMoney(money.amountMinor, money.currency),
  );
  if (from === undefined) return `up to ${until}`;
  return until === undefined ? `from ${from}` : `${from} to ${until}`;
}

/** Why a person is wanted, and what they need to go on. */
export const handoverView = (card: HandoverCard): TemplateResult =>
  html`<section class="side-part handover" aria-labelledby="handover-heading">
    <h2 id="handover-heading">Handed over: ${REASON_WORDS[card.reason] ?? card.reason}</h2>
    <blockquote dir="auto">${card.lastWords}</blockquote>
    <dl class="facts">
      <dt>Language</dt>
      <dd>${card.language}</dd>
      ${card.openQuestion === undefined ? nothing : html`<dt>Was asked</dt><dd>${card.openQuestion.attribute}: ${card.openQuestion.options.join(', ')}</dd>`}
      ${card.shown.length === 0 ? nothing : html`<dt>On screen</dt><dd dir="auto">${card.shown.map(({ title }) => title).join(', ')}</dd>`}
      ${card.rejected.length === 0 ? nothing : html`<dt>Refused</dt><dd dir="auto">${card.rejected.map(({ title, reason }) => (reason === undefined ? title : `${title} (${reason})`)).join(', ')}</dd>`}
      ${card.preferences.length === 0 ? nothing : html`<dt>Always</dt><dd dir="auto">${card.preferences.map(sayConstraint).join(', ')}</dd>`}
    </dl>
  </section>`;

/** What agents made of its lists so far. */
export const correctionsView = (
  corrections: readonly Correction[],
  nowMs: number,
): TemplateResult | typeof nothing =>
  corrections.length === 0
    ? nothing
    : html`<section class="side-part" aria-labelledby="corrections-heading">
        <h2 id="corrections-heading">Corrections</h2>
        <ul class="notes">
          ${corrections.map(
            ({ by, at, reason, chosen, banned, undone }) => html`<li>
              <p class="bubble-who">${by.firstName} <time datetime=${at}>${sayTime(at, nowMs)}</time></p>
              <p>
                ${chosen.length} in the list${banned.length === 0 ? '' : `, ${banned.length} banned`}${reason === undefined ? nothing : html`: <span dir="auto">${reason}</span>`}
                ${undone === undefined ? nothing : html`<span class="tag">undone</span>`}
              </p>
            </li>`,
          )}
        </ul>
      </section>`;

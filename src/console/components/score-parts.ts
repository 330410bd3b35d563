import { html, nothing, type TemplateResult } from 'lit';
import type { ProductView } from '../../domain/turn.ts';
import signalWords from './signal-words.json' with { type: 'json' };

type Part = NonNullable<ProductView['parts']>[number];

/** A score is the sum of what is shown, within rounding. */
const formatPart = (value: number): string => `${value < 0 ? '−' : '+'}${Math.abs(value).toFixed(3)}`;

/** Every part of a score, the largest first, as a bar and a number, and their sum. */
export function scoreParts({ parts = [], score }: ProductView): TemplateResult {
  if (parts.length === 0) return html`<p class="quiet">Nothing is known of how it was ranked.</p>`;
  const ordered = parts.toSorted((left, right) => Math.abs(right.contribution) - Math.abs(left.contribution));
  const largest = Math.max(...ordered.map(({ contribution }) => Math.abs(contribution)), Number.EPSILON);
  const sum = score ?? parts.reduce((total, { contribution }) => total + contribution, 0);
  return html`<table class="parts">
    <caption class="unseen">Parts of the score</caption>
    <tbody>
      ${ordered.map((part) => partRow(part, largest))}
      <tr class="parts-sum"><th scope="row">Score</th><td></td><td class="number">${sum.toFixed(3)}</td></tr>
    </tbody>
  </table>`;
}

function partRow(part: Part, largest: number): TemplateResult {
  const { signal, weight, value, contribution } = part;
  return html`<tr class=${contribution < 0 ? 'minus' : nothing} title=${`${signal}: ${weight} × ${value}`}>
    <th scope="row">${saySignal(signal)}</th>
    <td><meter min="0" max=${largest} value=${Math.abs(contribution)} aria-hidden="true"></meter></td>
    <td class="number">${formatPart(contribution)}</td>
  </tr>`;
}

/** "wish:color" and the like name what they are about; a name that is not known is shown as it is. */
export function saySignal(signal: string): string {
  const [kind = '', ...rest] = signal.split(':');
  const words = (signalWords as Readonly<Record<string, string>>)[kind] ?? kind;
  return rest.length === 0 ? words : `${words}: ${rest.join(':')}`;
}

import { html, type TemplateResult } from 'lit';
import type { GateReport } from '../../domain/desk/case.ts';
import { dialog } from '../components/dialog.ts';
import { textField } from '../components/field.ts';
import type { Problem } from '../problem.ts';

/** The report of a refusal at the gate; undefined for another problem. */
export function gateOf({ code, body }: Problem): GateReport | undefined {
  return code === 'GATE_FAILED' ? (body.gate as GateReport | undefined) : undefined;
}

/** Which cases break, and whether to publish all the same, with a reason. */
export const gateQuestion = (options: {
  readonly report: GateReport;
  readonly reason: string;
  readonly onReason: (reason: string) => void;
  readonly onPublish: () => void;
  readonly onClose: () => void;
}): TemplateResult =>
  dialog({
    heading: 'Kept cases would not hold any more',
    onClose: options.onClose,
    onSubmit: options.onPublish,
    body: html`
      <ul>
        ${options.report.broken.map(
          ({ caseId, id, misses }) => html`<li>
            <a href=${`/desk/cases/${encodeURIComponent(caseId)}`}>${id}</a>
            <ul>
              ${misses.map(
                ({ turn, expected, got }) =>
                  html`<li>Message ${turn}: expected <span dir="auto">${expected}</span>, got <span dir="auto">${got}</span></li>`,
              )}
            </ul>
          </li>`,
        )}
      </ul>
      ${options.report.unplayed > 0 ? html`<p>${options.report.unplayed} cases could not be played in time.</p>` : ''}
      ${textField({
        id: 'publish-anyway',
        label: 'Why publish it all the same?',
        hint: 'Kept in the log with your name',
        required: true,
        value: options.reason,
        onInput: options.onReason,
      })}`,
    actions: html`<button class="button" type="button" @click=${options.onClose}>Do not publish</button>
      <button class="button danger" ?disabled=${options.reason.trim().length < 3}>Publish anyway</button>`,
  });

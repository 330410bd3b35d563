import { html, nothing, type ReactiveControllerHost, type TemplateResult } from 'lit';
import type { GateReport } from '../../domain/desk/case.ts';
import { problemLine } from '../components/states.ts';
import { withQuery } from '../desk-client.ts';
import type { DeskContext } from '../page.ts';
import type { Problem } from '../problem.ts';
import { gateOf, gateQuestion } from './gate-question.ts';

/** A change on its way into force. */
export interface Publishing<T> {
  readonly method: 'PUT' | 'POST' | 'DELETE';
  readonly path: string;
  readonly body?: unknown;
  /** The version that it was made on: when another one is in force meanwhile, nothing is overwritten. */
  readonly version?: number;
  /** Once it is in force. */
  readonly onDone: (value: T) => void | Promise<void>;
}

/** Puts changes into force: what the kept cases say against it is asked about, and what was typed stays. */
export class Publication {
  problem: Problem | undefined;
  isUnderWay = false;
  readonly #host: ReactiveControllerHost;
  readonly #context: () => DeskContext;
  #refused: { readonly report: GateReport; readonly again: (reason: string) => Promise<void> } | undefined;
  #reason = '';

  constructor(host: ReactiveControllerHost, context: () => DeskContext) {
    this.#host = host;
    this.#context = context;
  }

  async publish<T>(change: Publishing<T>, reason?: string): Promise<void> {
    if (this.isUnderWay) return;
    const { method, path, body, version, onDone } = change;
    this.isUnderWay = true;
    this.clear();
    const answer = await this.#context().desk.send<T>(
      method,
      withQuery(path, { publishAnyway: reason }),
      body,
      version === undefined ? {} : { ifMatch: version },
    );
    this.isUnderWay = false;
    if (answer.kind === 'ok') {
      this.#reason = '';
      await onDone(answer.value);
    } else this.#refuse(answer.problem, (why) => this.publish(change, why));
    this.#host.requestUpdate();
  }

  #refuse(problem: Problem, again: (reason: string) => Promise<void>): void {
    const report = gateOf(problem);
    this.#refused = report === undefined ? undefined : { report, again };
    this.problem = report === undefined ? problem : undefined;
  }

  /** Forgets what was refused. */
  clear(): void {
    this.problem = undefined;
    this.#refused = undefined;
    this.#host.requestUpdate();
  }

  /**
   * What stands in the way of the change.
   *
   * @param readAnew Reads what is in force by now; what was typed stays.
   * @param isOutdated Another version is known to be in force than the one that was changed.
   */
  draw(readAnew: () => void, isOutdated = false): TemplateResult {
    return html`${this.isUnderWay ? html`<p class="quiet" role="status">Playing the kept cases…</p>` : nothing}
    ${isOutdated || this.problem?.code === 'PRECONDITION_FAILED' ? this.#outdated(readAnew) : problemLine(this.problem)}
    ${this.#gate()}`;
  }

  #outdated(readAnew: () => void): TemplateResult {
    return html`<div class="notice warm" role="alert">
      <p><strong>Somebody changed it meanwhile.</strong> Nothing was published. What you typed is still here.</p>
      <button
        class="button small"
        type="button"
        @click=${() => {
          this.clear();
          readAnew();
        }}
      >
        Go on from what is in force now
      </button>
    </div>`;
  }

  #gate(): TemplateResult | typeof nothing {
    const refused = this.#refused;
    if (refused === undefined) return nothing;
    return gateQuestion({
      report: refused.report,
      reason: this.#reason,
      onReason: (reason) => {
        this.#reason = reason;
        this.#host.requestUpdate();
      },
      onPublish: () => void refused.again(this.#reason.trim()),
      onClose: () => this.clear(),
    });
  }
}

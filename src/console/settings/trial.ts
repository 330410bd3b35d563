import { html, nothing, type ReactiveControllerHost, type TemplateResult } from 'lit';
import type { PreviewDiff } from '../../domain/desk/preview.ts';
import { loadingState, problemLine } from '../components/states.ts';
import type { DeskContext } from '../page.ts';
import type { Problem } from '../problem.ts';
import { trialResult } from './trial-result.ts';

/** What can be tried, as the API calls it. */
export type TrialKind = 'weights' | 'rule' | 'synonyms' | 'house-rules' | 'document';

/** Tries a change on what shoppers asked, before it is published. Nothing is written. */
export class Trial {
  problem: Problem | undefined;
  #tried: { readonly kind: TrialKind; readonly diff: PreviewDiff } | undefined;
  #running: AbortController | undefined;
  readonly #host: ReactiveControllerHost;
  readonly #context: () => DeskContext;

  constructor(host: ReactiveControllerHost, context: () => DeskContext) {
    this.#host = host;
    this.#context = context;
    // What nobody sees any more costs the server nothing.
    host.addController({ hostDisconnected: () => this.clear() });
  }

  async run(kind: TrialKind, value: unknown): Promise<void> {
    this.clear();
    const own = new AbortController();
    this.#running = own;
    const { desk } = this.#context();
    const body = { kind, value };
    const answer = await desk.send<PreviewDiff>('POST', '/v1/desk/previews', body, { signal: own.signal });
    if (own.signal.aborted) return;
    this.#running = undefined;
    if (answer.kind === 'refused') this.problem = answer.problem;
    else this.#tried = { kind, diff: answer.value };
    this.#host.requestUpdate();
  }

  /** What was tried is not what stands in the form any more, or nobody waits for it. */
  clear(): void {
    this.#running?.abort();
    this.#running = undefined;
    this.#tried = undefined;
    this.problem = undefined;
    this.#host.requestUpdate();
  }

  draw(): TemplateResult {
    const may = this.#context().may;
    return html`${
      this.#running === undefined
        ? nothing
        : html`<div class="trial-running">
            ${loadingState('Answering anew what shoppers asked')}
            <button class="button small" type="button" @click=${() => this.clear()}>Stop</button>
          </div>`
    }
    ${problemLine(this.problem)}
    ${
      this.#tried === undefined
        ? nothing
        : trialResult({
            ...this.#tried,
            opensConversations: may('conversations-read'),
            opensSearches: may('reports-read'),
          })
    }`;
  }
}

import type { ReactiveController, ReactiveControllerHost, TemplateResult } from 'lit';
import { errorState, loadingState } from './components/states.ts';
import type { Answer, Problem } from './problem.ts';

/** Something a page reads from the server, and the page drawn again when it is there. */
export class Fetched<T> implements ReactiveController {
  value: T | undefined;
  problem: Problem | undefined;
  isLoading = false;
  readonly #host: ReactiveControllerHost;
  readonly #fetch: () => Promise<Answer<T>>;
  #asked = 0;

  /** @param fetch Called when the page opens, and by `reload`. Of several answers the one that was asked for last counts. */
  constructor(host: ReactiveControllerHost, fetch: () => Promise<Answer<T>>) {
    this.#host = host;
    this.#fetch = fetch;
    host.addController(this);
  }

  hostConnected(): void {
    void this.reload();
  }

  /** What was there stays until the new is. */
  async reload(): Promise<void> {
    this.#asked += 1;
    const own = this.#asked;
    this.isLoading = true;
    this.#host.requestUpdate();
    const answer = await this.#fetch();
    if (own !== this.#asked) return;
    this.isLoading = false;
    this.problem = answer.kind === 'ok' ? undefined : answer.problem;
    if (answer.kind === 'ok') this.value = answer.value;
    this.#host.requestUpdate();
  }

  /** Puts what is known to be so in the place of what was read, as the answer to a change. */
  set(value: T): void {
    this.#asked += 1;
    this.value = value;
    this.problem = undefined;
    this.isLoading = false;
    this.#host.requestUpdate();
  }

  /** Puts more of it behind what was read; not where it was read anew meanwhile, or is being. */
  extend(was: T, value: T): void {
    if (this.value === was && !this.isLoading) this.set(value);
  }

  /** The thing, or that it is coming, or why it is not. */
  draw(content: (value: T) => TemplateResult): TemplateResult {
    if (this.problem !== undefined) return errorState(this.problem, () => void this.reload());
    return this.value === undefined ? loadingState() : content(this.value);
  }
}

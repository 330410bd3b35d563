import { html, nothing, type TemplateResult } from 'lit';
import type { SearchTest } from '../../domain/desk/search-test.ts';
import { emptyState, errorState, loadingState } from '../components/states.ts';
import { DeskElement } from '../desk-element.ts';
import { sayCount } from '../insights/say-figure.ts';
import type { ShopMarket } from '../insights/scope-controls.ts';
import type { DeskContext } from '../page.ts';
import type { Problem } from '../problem.ts';
import { searchReading } from './search-reading.ts';
import { searchTestForm } from './search-test-form.ts';
import { type TestFields, toRequest } from './test-request.ts';
import { testedList } from './tested-list.ts';

/** A search, taken apart. */
class DeskSearchTest extends DeskElement {
  static override properties = { context: { attribute: false } };
  declare context: DeskContext;
  #fields: TestFields = { query: '', market: '', locale: '', filters: '', weights: {} };
  #markets: readonly string[] = [];
  #weights: Readonly<Record<string, number>> = {};
  #test: SearchTest | undefined;
  #problem: Problem | undefined;
  #asked = 0;
  #isLoading = false;

  override connectedCallback(): void {
    super.connectedCallback();
    const asked = (name: string) => this.context.place.query.get(name) ?? '';
    const query = asked('q');
    this.#fields = { ...this.#fields, query, market: asked('market'), locale: asked('locale') };
    void this.#prepare();
    if (query !== '') void this.#run();
  }

  async #prepare(): Promise<void> {
    const { desk } = this.context;
    const [markets, table] = await Promise.all([
      desk.get<{ markets: readonly ShopMarket[] }>('/v1/markets'),
      desk.get<{ weights: { search: Readonly<Record<string, number>> } }>('/v1/weights'),
    ]);
    if (markets.kind === 'ok') this.#markets = markets.value.markets.map(({ country }) => country);
    if (table.kind === 'ok') this.#weights = table.value.weights.search;
    this.requestUpdate();
  }

  async #run(): Promise<void> {
    this.#asked += 1;
    const own = this.#asked;
    this.#isLoading = true;
    this.requestUpdate();
    const answer = await this.context.desk.send<SearchTest>(
      'POST',
      '/v1/desk/search-test',
      toRequest(this.#fields),
    );
    if (own !== this.#asked) return;
    this.#isLoading = false;
    this.#problem = answer.kind === 'ok' ? undefined : answer.problem;
    if (answer.kind === 'ok') this.#test = answer.value;
    this.requestUpdate();
  }

  protected override render(): TemplateResult {
    return html`${searchTestForm({
      ...{ fields: this.#fields, markets: this.#markets, weights: this.#weights, isLoading: this.#isLoading },
      onChange: (fields) => {
        this.#fields = fields;
      },
      onSubmit: () => void this.#run(),
    })}
    ${this.#result()}`;
  }

  #result(): TemplateResult | typeof nothing {
    if (this.#problem !== undefined) return errorState(this.#problem, () => void this.#run());
    const test = this.#test;
    if (test === undefined)
      return this.#isLoading ? loadingState('Searching') : emptyState('Search for something', HINT);
    return html`<div class="test-result" aria-busy=${this.#isLoading ? 'true' : 'false'}>
      <h2>${sayCount(test.total)} products</h2>
      <div class=${test.tried === undefined ? 'tested-lists' : 'tested-lists two'}>
        ${testedList('As shoppers get it', test.products)}
        ${test.tried === undefined ? nothing : testedList('By the weights you try', test.tried, test.products)}
      </div>
      <h2>How it came about</h2>
      ${searchReading(test)}
    </div>`;
  }
}

const HINT = 'You see how the words are read, what is proposed, and what the order is made of.';

customElements.define('desk-search-test', DeskSearchTest);

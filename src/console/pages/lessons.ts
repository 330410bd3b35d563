import { html, nothing, type TemplateResult } from 'lit';
import type { Correction } from '../../domain/desk/draft.ts';
import type {
  CorrectionPage,
  LessonOverview,
  Named,
  TaughtLesson,
  UndoEffect,
} from '../../domain/desk/lesson.ts';
import { dataTable } from '../components/data-table.ts';
import { emptyState } from '../components/states.ts';
import { DeskElement } from '../desk-element.ts';
import { Fetched } from '../fetched.ts';
import { lessonCard } from '../lessons/lesson-card.ts';
import { sayScope } from '../lessons/lesson-words.ts';
import { productTitle } from '../lessons/product-title.ts';
import { undoQuestion } from '../lessons/undo-question.ts';
import type { DeskContext } from '../page.ts';
import type { Answer } from '../problem.ts';
import { sayDate } from '../say-time.ts';

/** Of corrections: the newest of so many are shown. */
const MOST_READ = 1_000;
const PAGE = 100;

export const page = (context: DeskContext): TemplateResult =>
  html`<desk-lessons .context=${context}></desk-lessons>`;

/** What the shop's lists have learned from the desk, on what evidence, and taking it back. */
class DeskLessons extends DeskElement {
  static override properties = { context: { attribute: false } };
  declare context: DeskContext;
  #undoing: Correction | undefined;
  #effect: Answer<UndoEffect> | undefined;
  /** Whose corrections are shown; all where it is none. */
  #lesson: TaughtLesson | undefined;
  readonly #overview = new Fetched<LessonOverview>(this, () => this.context.desk.get('/v1/desk/lessons'));
  readonly #corrections = new Fetched<CorrectionPage>(this, () => this.#readCorrections());

  /** The route tells the oldest first. */
  async #readCorrections(): Promise<Answer<CorrectionPage>> {
    const read: Correction[] = [];
    const products = new Map<string, Named>();
    while (read.length < MOST_READ) {
      const answer = await this.context.desk.get<CorrectionPage>('/v1/desk/corrections', {
        limit: PAGE,
        after: read.at(-1)?.correctionId,
      });
      if (answer.kind === 'refused') return answer;
      read.push(...answer.value.corrections);
      for (const product of answer.value.products) products.set(product.id, product);
      if (answer.value.corrections.length < PAGE) break;
    }
    return { kind: 'ok', value: { corrections: read.toReversed(), products: [...products.values()] } };
  }

  #ask(correction: Correction | undefined): void {
    this.#undoing = correction;
    this.#effect = undefined;
    this.requestUpdate();
    if (correction !== undefined) void this.#foresee(correction);
  }

  async #foresee(correction: Correction): Promise<void> {
    const effect = await this.context.desk.get<UndoEffect>(undoPath(correction));
    if (this.#undoing !== correction) return;
    this.#effect = effect;
    this.requestUpdate();
  }

  #choose(lesson: TaughtLesson | undefined): void {
    this.#lesson = lesson;
    this.requestUpdate();
    if (lesson !== undefined)
      void this.updateComplete.then(() =>
        this.querySelector('#corrections')?.scrollIntoView({ block: 'start' }),
      );
  }

  async #undo(correction: Correction): Promise<void> {
    this.#ask(undefined);
    const answer = await this.context.desk.send<Correction>('POST', undoPath(correction));
    await Promise.all([this.#overview.reload(), this.#corrections.reload()]);
    if (answer.kind === 'refused') this.context.tell(answer.problem.detail, 'failed');
    else this.context.tell('Taken back: lists are as if it was never made.');
  }

  protected override render(): TemplateResult {
    return html`<div class="page">
      <h1>Lessons</h1>
      ${this.#overview.draw((overview) => this.#learned(overview))}
      <h2 id="corrections">Corrections</h2>
      ${this.#lesson === undefined ? nothing : this.#chosenLesson(this.#lesson)}
      ${this.#corrections.draw((read) => this.#table(read))}
      ${this.#undoing === undefined ? nothing : this.#question(this.#undoing)}
    </div>`;
  }

  #learned(overview: LessonOverview): TemplateResult {
    const { lessons, bounds, corrections, isLearning, learnedAt } = overview;
    return html`<p class="quiet">
        Learned from ${corrections} ${corrections === 1 ? 'correction' : 'corrections'}${learnedAt === undefined ? '' : `, ${sayDate(learnedAt)}`}.
        One agent moves a product's score by at most ${bounds.byOne}, all together by at most ${bounds.byAll}.
        What could be chance changes nothing, and what shoppers choose worse with is not adopted.
        ${isLearning ? html`<span class="tag cool">Learning now</span>` : nothing}
      </p>
      ${
        lessons.length === 0
          ? emptyState('Nothing was learned yet', 'Whoever corrects a list of the assistant teaches it.')
          : html`<div class="lessons">${lessons.map((lesson) => {
              const isChosen = this.#lesson !== undefined && isSame(this.#lesson, lesson);
              return lessonCard(lesson, {
                ...{ bounds, isChosen },
                onChoose: () => this.#choose(isChosen ? undefined : lesson),
              });
            })}</div>`
      }`;
  }

  #chosenLesson(lesson: TaughtLesson): TemplateResult {
    return html`<p class="lesson-chosen">
      <span dir="auto">Those that showed ${productTitle(lesson.product)} (${sayScope(lesson.scope)})</span>
      <button class="button small" type="button" @click=${() => this.#choose(undefined)}>Show all</button>
    </p>`;
  }

  #table({ corrections, products }: CorrectionPage): TemplateResult {
    const named = new Map(products.map((product) => [product.id, product] as const));
    const titles = (productIds: readonly string[]) =>
      productIds.map(
        (productId, at) =>
          html`${at === 0 ? '' : ', '}${productTitle(named.get(productId) ?? { title: productId })}`,
      );
    return dataTable<Correction>({
      caption: 'What agents changed, the newest first',
      isCaptionUnseen: true,
      rows: corrections.filter((correction) => this.#lesson === undefined || isOf(correction, this.#lesson)),
      key: ({ correctionId }) => correctionId,
      empty: 'Nobody corrected a list yet',
      columns: [
        { heading: 'When', cell: ({ at }) => sayDate(at) },
        { heading: 'Who', cell: ({ by }) => by.firstName },
        {
          heading: 'Looked for',
          cell: ({ wants, conversationId }) =>
            conversationId === undefined
              ? html`<span class="quiet">the conversation was forgotten</span>`
              : html`<a href=${`/desk/conversations/${encodeURIComponent(conversationId)}`} dir="auto">${wants === '' ? 'a list' : wants}</a>`,
        },
        {
          heading: 'First then',
          cell: ({ chosen }) => html`${titles(chosen.slice(0, 3))}`,
        },
        {
          heading: 'Banned',
          cell: ({ banned }) => html`${titles(banned)}`,
        },
        { heading: 'Why', cell: ({ reason }) => html`<span dir="auto">${reason ?? ''}</span>` },
        { heading: 'Counts', cell: (correction) => this.#countCell(correction) },
      ],
    });
  }

  #countCell(correction: Correction): TemplateResult {
    const { undone } = correction;
    if (undone !== undefined) return html`<span class="tag">Taken back by ${undone.by.firstName}</span>`;
    if (!this.context.may('lessons-undo')) return html`<span class="tag good">Counts</span>`;
    return html`<button class="button small" type="button" @click=${() => this.#ask(correction)}>Take back</button>`;
  }

  #question(correction: Correction): TemplateResult {
    return undoQuestion({
      ...{ correction, effect: this.#effect },
      onClose: () => this.#ask(undefined),
      onSubmit: () => void this.#undo(correction),
    });
  }
}

const undoPath = ({ correctionId }: Correction): string =>
  `/v1/desk/corrections/${encodeURIComponent(correctionId)}/undo`;

const isSame = (left: TaughtLesson, right: TaughtLesson): boolean =>
  left.product.id === right.product.id && keyOf(left.scope) === keyOf(right.scope);

const keyOf = (scope: TaughtLesson['scope']): string => JSON.stringify(scope.map(({ id }) => id));

/** Whether a correction is among what a lesson was learned from. */
const isOf = ({ scope, proposed, undone }: Correction, lesson: TaughtLesson): boolean =>
  undone === undefined &&
  JSON.stringify([...new Set(scope)].sort()) === keyOf(lesson.scope) &&
  proposed.some(({ productId }) => productId === lesson.product.id);

customElements.define('desk-lessons', DeskLessons);

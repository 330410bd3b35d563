import { html, nothing, type TemplateResult } from 'lit';
import type { Market } from '../../domain/market.ts';
import { dataTable } from '../components/data-table.ts';
import { DeskElement } from '../desk-element.ts';
import { Fetched } from '../fetched.ts';
import type { DeskContext } from '../page.ts';
import type { Answer } from '../problem.ts';
import { sayDate } from '../say-time.ts';
import { Publication } from './publication.ts';
import { changeList, type SaidVersion, saidVersions } from './setting-history.ts';
import type { SettingSpec } from './setting-spec.ts';

/** A change of one setting among those of all. */
interface Change {
  readonly spec: SettingSpec;
  readonly version: SaidVersion;
  /** It is in force, and this was before it; absent where nothing can be undone. */
  readonly before?: number;
}

const AT_ONCE = 50;

/** What was changed in all settings, the newest first: who, when, what, and the last change of each undone. */
class DeskSettingTimeline extends DeskElement {
  static override properties = { context: { attribute: false }, specs: { attribute: false } };
  declare context: DeskContext;
  declare specs: readonly SettingSpec[];
  #shown = AT_ONCE;
  readonly #changes = new Fetched<readonly Change[]>(this, () => this.#read());
  readonly #publication = new Publication(this, () => this.context);

  async #read(): Promise<Answer<readonly Change[]>> {
    const shop = await this.context.desk.get<{ readonly markets: readonly Market[] }>('/v1/markets');
    if (shop.kind === 'refused') return shop;
    const { markets } = shop.value;
    const histories = await Promise.all(
      this.specs.map(async (spec) => {
        const path = `${spec.path}/history`;
        return { spec, answer: await this.context.desk.get<{ readonly versions: readonly unknown[] }>(path) };
      }),
    );
    const changes: Change[] = [];
    for (const { spec, answer } of histories) {
      if (answer.kind === 'refused') return answer;
      changes.push(...changesOf(spec, saidVersions(spec, answer.value.versions, markets)));
    }
    return { kind: 'ok', value: changes.toSorted((left, right) => (timeOf(left) < timeOf(right) ? 1 : -1)) };
  }

  async #undo({ spec, version }: Change, before: number): Promise<void> {
    await this.#publication.publish<unknown>({
      ...{ method: 'POST', path: `${spec.path}/${spec.wayBack}`, body: { version: before } },
      version: version.version,
      onDone: async () => {
        await this.#changes.reload();
        this.context.tell(`${spec.title}: as it was in version ${before}.`);
      },
    });
  }

  protected override render(): TemplateResult {
    return html`${this.#publication.draw(() => void this.#changes.reload())}
    ${this.#changes.draw((changes) => this.#table(changes))}`;
  }

  #table(changes: readonly Change[]): TemplateResult {
    const mayChange = this.context.may('settings-change');
    return html`${dataTable<Change>({
      caption: 'Changes of all settings',
      isCaptionUnseen: true,
      rows: changes.slice(0, this.#shown),
      key: ({ spec, version }) => `${spec.name} ${version.version}`,
      empty: 'Nothing was changed yet',
      columns: [
        {
          heading: 'Setting',
          cell: ({ spec, version }) =>
            html`<a href=${`/desk/settings/${spec.name}`}>${spec.title}</a>, version ${version.version}`,
        },
        { heading: 'What changed', cell: ({ version }) => changeList(version.changes) },
        { heading: 'When', cell: ({ version: { at } }) => (at === undefined ? '' : sayDate(at)) },
        { heading: 'Who', cell: ({ version: { by } }) => by ?? '' },
        {
          heading: 'Undo',
          cell: (change) => {
            const { spec, before } = change;
            if (before === undefined || !mayChange) return nothing;
            return html`<button
              class="button small"
              type="button"
              aria-label=${`Undo this change of ${spec.title}`}
              ?disabled=${this.#publication.isUnderWay}
              @click=${() => void this.#undo(change, before)}
            >
              Undo
            </button>`;
          },
        },
      ],
    })}
    ${
      changes.length > this.#shown
        ? html`<div class="actions">
            <button
              class="button"
              type="button"
              @click=${() => {
                this.#shown += AT_ONCE;
                this.requestUpdate();
              }}
            >
              Show more
            </button>
          </div>`
        : nothing
    }`;
  }
}
customElements.define('desk-setting-timeline', DeskSettingTimeline);

/** Those that somebody made; the newest can be undone. */
const changesOf = (spec: SettingSpec, versions: readonly SaidVersion[]): readonly Change[] =>
  versions.flatMap((version, at) => {
    if (version.at === undefined) return [];
    const before = at === 0 ? versions[1]?.version : undefined;
    return [{ spec, version, ...(before !== undefined && { before }) }];
  });

const timeOf = ({ version }: Change): string => version.at ?? '';

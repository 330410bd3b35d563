import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import signalWords from '../components/signal-words.json' with { type: 'json' };

export type Weights = Readonly<Record<string, number>>;
/** By intent, and signal. */
export type Changes = Readonly<Record<string, Weights>>;

/** What lists are for, by intent; `every` is all of them. */
export const INTENT_WORDS: Readonly<Record<string, string>> = {
  every: 'All lists',
  new: 'A first list in a conversation',
  refined: 'A list after a correction',
  similar: 'Things like one that was named',
  more: 'More of the same',
  search: 'The search box',
  recommend: 'Recommendations',
};

/** How much each signal counts in the lists of one intent. */
export function weightTable(options: {
  readonly intent: string;
  /** By intent, as shipped. */
  readonly shipped: Readonly<Record<string, Weights>>;
  readonly changes: Changes;
  readonly mayChange: boolean;
  /** As typed; empty for as shipped. */
  readonly onChange: (signal: string, written: string) => void;
}): TemplateResult {
  const { intent, shipped, changes } = options;
  const signals = ['relevance', ...Object.keys(Object.values(shipped)[0] ?? {})];
  return html`<div class="table-frame" role="region" aria-label="Signals and their weights" tabindex="0">
    <table class="table weight-table">
      <caption class="unseen">Weights: ${INTENT_WORDS[intent]}</caption>
      <thead>
        <tr>
          <th scope="col">Signal</th>
          <th scope="col" class="number">Shipped</th>
          <th scope="col">Change to</th>
        </tr>
      </thead>
      <tbody>
        ${signals.map((signal) => {
          const own = changes[intent]?.[signal];
          const inherited = intent === 'every' ? undefined : changes.every?.[signal];
          return html`<tr class=${own === undefined ? nothing : 'changed'}>
            <th scope="row">${signalName(signal)}<br /><span class="quiet">${signal}</span></th>
            <td class="number">${sayShipped(signal, intent, shipped)}</td>
            <td>
              <input
                class="input"
                type="number"
                min="0"
                max="1000"
                step="any"
                aria-label=${`Weight of ${signal}`}
                placeholder=${inherited === undefined ? nothing : `${inherited} (all lists)`}
                ?disabled=${!options.mayChange}
                .value=${live(own === undefined ? '' : String(own))}
                @change=${({ target }: Event) => {
                  if (target instanceof HTMLInputElement) options.onChange(signal, target.value);
                }}
              />
            </td>
          </tr>`;
        })}
      </tbody>
    </table>
  </div>`;
}

/** The changes with one weight another, or as shipped again. */
export function withChange(changes: Changes, intent: string, signal: string, written: string): Changes {
  const { [signal]: _, ...others } = changes[intent] ?? {};
  const own = written.trim() === '' ? others : { ...others, [signal]: Number(written) };
  const { [intent]: __, ...rest } = changes;
  return Object.keys(own).length === 0 ? rest : { ...rest, [intent]: own };
}

export const signalName = (signal: string): string =>
  signal === 'relevance'
    ? 'All that the words say, together'
    : ((signalWords as Readonly<Record<string, string>>)[signal] ?? signal);

/** One number, or from the least to the most of all intents. */
function sayShipped(signal: string, intent: string, shipped: Readonly<Record<string, Weights>>): string {
  const tables = intent === 'every' ? Object.values(shipped) : [shipped[intent] ?? {}];
  const values = tables.flatMap((table) => table[signal] ?? []);
  if (values.length === 0) return '';
  const [least, most] = [Math.min(...values), Math.max(...values)].map((value) =>
    String(Number(value.toFixed(4))),
  );
  return least === most ? `${least}` : `${least} to ${most}`;
}

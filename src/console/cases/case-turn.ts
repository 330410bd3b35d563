import { html, type TemplateResult } from 'lit';
import type { CaseMiss, ScrubbedKind, ScrubMark } from '../../domain/desk/case.ts';
import type { Expectation, WrittenConversation } from '../../domain/desk/written-conversation.ts';
import { areaField } from '../components/field.ts';
import { icon } from '../components/icon.ts';

type CaseTurn = WrittenConversation['turns'][number];

const KIND_NAMES: Readonly<Record<ScrubbedKind, string>> = {
  'e-mail': 'e-mail',
  link: 'link',
  secret: 'secret',
  account: 'account',
  name: 'name',
  address: 'address',
  'order-number': 'order number',
  phone: 'phone',
  digits: 'figures',
  word: 'unknown word',
};

export interface CaseTurnView {
  readonly turn: CaseTurn;
  /** 1-based. */
  readonly number: number;
  /** What was taken out of the words as they were frozen. */
  readonly marks: readonly ScrubMark[];
  readonly misses: readonly CaseMiss[];
  readonly doubts: readonly CaseMiss[];
  readonly onChange: (turn: CaseTurn) => void;
}

/** One message of a case: its words, what was taken out of them, and what must come of it. */
export function caseTurn({ turn, number, marks, misses, doubts, onChange }: CaseTurnView): TemplateResult {
  const { expect = {} } = turn;
  return html`<section class="case-turn" aria-labelledby=${`turn-${number}`}>
    <h2 id=${`turn-${number}`}>Message ${number}</h2>
    ${areaField({
      id: `say-${number}`,
      label: 'Said',
      rows: 2,
      value: turn.say,
      onInput: (say) => onChange({ ...turn, say }),
    })}
    ${marks.length === 0 ? '' : takenOut(turn, marks, onChange)}
    <ul class="case-marks" aria-label="Must come of it">
      ${Object.entries(expect).flatMap(([name, value]) =>
        partsOf(value).map(
          (part) => html`<li>
            <span class="tag">${name}: <span dir="auto">${part}</span></span>
            <button
              class="button plain small square"
              type="button"
              aria-label=${`Remove ${name} ${part}`}
              @click=${() => onChange({ ...turn, expect: without(expect, name, part) })}
            >
              ${icon('close')}
            </button>
          </li>`,
        ),
      )}
    </ul>
    ${told('Not so now', misses, 'bad')} ${told('Did not come of the words without what was taken out', doubts, 'warm')}
  </section>`;
}

/** A word nobody knows may be put back; what is of a person stays out. */
const takenOut = (
  turn: CaseTurn,
  marks: readonly ScrubMark[],
  onChange: (turn: CaseTurn) => void,
): TemplateResult =>
  html`<ul class="case-marks" aria-label="Taken out">
    ${marks.map(
      (mark) => html`<li>
        <span class=${`tag ${mark.kind === 'word' ? 'warm' : 'bad'}`}>
          ${KIND_NAMES[mark.kind]}: <span dir="auto">${mark.was}</span>
        </span>
        ${
          mark.kind === 'word' && isInPlace(turn.say, mark)
            ? html`<button class="button small" type="button" @click=${() => onChange({ ...turn, say: putBack(turn.say, mark) })}>
                Put "${mark.was}" back
              </button>`
            : ''
        }
      </li>`,
    )}
  </ul>`;

const MASK = '…';

/** Words that were edited have moved. */
const isInPlace = (say: string, { start, end }: ScrubMark): boolean => say.slice(start, end) === MASK;

const putBack = (say: string, { start, end, was }: ScrubMark): string =>
  `${say.slice(0, start)}${was}${say.slice(end)}`;

const partsOf = (value: Expectation[keyof Expectation]): string[] =>
  Array.isArray(value) ? value : [typeof value === 'object' ? JSON.stringify(value) : String(value)];

function without(expect: Expectation, name: string, part: string): Expectation {
  const left = Object.entries(expect).flatMap(([key, value]) => {
    if (key !== name) return [[key, value]];
    const rest = Array.isArray(value) ? value.filter((each) => each !== part) : [];
    return rest.length === 0 ? [] : [[key, rest]];
  });
  return Object.fromEntries(left) as Expectation;
}

const told = (heading: string, misses: readonly CaseMiss[], tone: string): TemplateResult | string =>
  misses.length === 0
    ? ''
    : html`<p class="quiet">${heading}:</p>
        <ul>
          ${misses.map(
            ({ expected, got }) =>
              html`<li><span class=${`tag ${tone}`}><span dir="auto">${expected}</span></span> got <span dir="auto">${got}</span></li>`,
          )}
        </ul>`;

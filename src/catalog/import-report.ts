import type { RejectedRow } from '../ports/catalogue-source.ts';

/** What an import did, row by row. */
export interface ImportReport {
  /** The version now published; absent when nothing ever was. */
  readonly version?: number;
  /** The catalogue holds exactly this already: nothing was written. */
  readonly unchanged: boolean;
  /** Valid products of the feed, and their variants. */
  readonly products: number;
  readonly variants: number;
  /** Against the catalogue before. */
  readonly added: number;
  readonly changed: number;
  readonly removed: number;
  /** The first 10,000. */
  readonly rejected: readonly RejectedRow[];
  readonly rejectedTotal: number;
  readonly rejectedByCode: Readonly<Record<string, number>>;
  /** Rows the shop itself keeps from sale; the first 1,000. */
  readonly skipped: readonly RejectedRow[];
  readonly skippedTotal: number;
  /** What was left out of published products; the first 1,000. */
  readonly warnings: readonly RejectedRow[];
  readonly warningsByCode: Readonly<Record<string, number>>;
  /** Markets the feed sells to, ISO 3166-1 alpha-2. */
  readonly markets: readonly string[];
  readonly seconds: number;
}

/** Rows with a code: counted all, kept up to a limit. */
export class RowLedger {
  readonly rows: RejectedRow[] = [];
  readonly #counts = new Map<string, number>();
  readonly #limit: number;
  total = 0;

  constructor(limit: number) {
    this.#limit = limit;
  }

  add(row: RejectedRow): void {
    this.total += 1;
    this.#counts.set(row.code, (this.#counts.get(row.code) ?? 0) + 1);
    if (this.rows.length < this.#limit) this.rows.push(row);
  }

  byCode(): Record<string, number> {
    return Object.fromEntries([...this.#counts].sort(([left], [right]) => (left < right ? -1 : 1)));
  }
}

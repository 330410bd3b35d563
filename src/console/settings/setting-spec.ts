import type { TemplateResult } from 'lit';
import type { Market } from '../../domain/market.ts';
import type { DeskContext } from '../page.ts';
import type { Fault } from './faults.ts';
import type { Said } from './said.ts';

/** One version of what is set, wherever it is kept. */
export interface Version<Value = unknown> {
  /** 0: as shipped. */
  readonly version: number;
  readonly value: Value;
  /** First name of who set it, and when (ISO 8601). */
  readonly by?: string | undefined;
  readonly at?: string | undefined;
}

/** What a form is drawn from. */
export interface SettingForm<Value, Kept = unknown> {
  readonly value: Value;
  /** As the server gave it, with what it says besides. */
  readonly kept: Kept;
  /** Of the value, by the last attempt to publish or to try it. */
  readonly faults: readonly Fault[];
  /** Where the shop sells; empty until it is known. */
  readonly markets: readonly Market[];
  readonly mayChange: boolean;
  readonly isChanged: boolean;
  readonly context: DeskContext;
  onChange(value: Value): void;
  /** Moves the focus to what is drawn next, as a row that was just added, or where one was taken away. */
  focusNext(id: string): void;
}

/** A thing that is set at the desk in versions: where it is kept, how it is edited, and how it is said. */
export interface SettingSpec<Value = unknown, Kept = unknown> {
  /** In the address of its page. */
  readonly name: string;
  readonly title: string;
  readonly about: string;
  /** Of the API. Its versions stand at `history` below it. */
  readonly path: string;
  /** Below the path: where an earlier version is written again. */
  readonly wayBack: 'rollback' | 'roll-back';
  /** As which change its body is tried on what shoppers asked; absent where no answer depends on it. */
  readonly trial?: 'weights' | 'synonyms' | 'house-rules';
  versionOf(kept: Kept): Version<Value>;
  /** Version 0, where the history does not tell of it. */
  readonly shipped?: Kept;
  /** What is sent of what stands in the form; the value as it is when absent. */
  tidy?(value: Value): Value;
  /** The body of the request; the value itself when absent. */
  bodyOf?(value: Value): unknown;
  form(options: SettingForm<Value, Kept>): TemplateResult;
  /** @param markets Whose currencies amounts are told in; empty until they are known. */
  say(value: Value, markets: readonly Market[]): Said;
}

/** The languages that the shop speaks to shoppers, each once. */
export const languagesOf = (markets: readonly Market[]): readonly string[] => [
  ...new Set(markets.flatMap(({ languages }) => languages)),
];

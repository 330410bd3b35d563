import { type KeptWords, keptWords } from '../conversation/kept-words.ts';
import type { DeskContext } from '../page.ts';

/** What somebody typed and did not publish. */
export interface KeptDraft<Value> {
  readonly value: Value;
  /** The version in force that it was begun on; 0 where there was none. */
  readonly version: number;
}

/** What has drafts: settings by their name, rules and documents by their id. */
export type DraftKind = 'settings' | 'rules' | 'documents';

const ENTRY = 'drafts';

/**
 * Drafts of one person, by name, kept in this window until they are published or discarded: another page or a reload
 * loses nothing. Where the browser keeps nothing, they live as long as the editor.
 */
export class KeptDrafts<Value> {
  readonly #kept: KeptWords;
  #all: Readonly<Record<string, KeptDraft<Value>>>;

  constructor(kept: KeptWords) {
    this.#kept = kept;
    this.#all = kept.read(ENTRY) ?? {};
  }

  get(name: string): KeptDraft<Value> | undefined {
    return Object.hasOwn(this.#all, name) ? this.#all[name] : undefined;
  }

  /** Those there are, the one that was begun first at the front. */
  names(): readonly string[] {
    return Object.keys(this.#all);
  }

  /** @param version In force now; a draft that was begun earlier stays one of the version it was begun on. */
  change(name: string, value: Value, version: number): void {
    this.#put({ ...this.#all, [name]: { value, version: this.get(name)?.version ?? version } });
  }

  /** Whoever made it has seen what is in force by now, and goes on from there. */
  goOnFrom(name: string, version: number): void {
    const draft = this.get(name);
    if (draft !== undefined) this.#put({ ...this.#all, [name]: { ...draft, version } });
  }

  /** It was published, or is not wanted any more. */
  drop(name: string): void {
    const { [name]: _, ...others } = this.#all;
    this.#put(others);
  }

  #put(all: Readonly<Record<string, KeptDraft<Value>>>): void {
    this.#all = all;
    if (Object.keys(all).length === 0) this.#kept.remove(ENTRY);
    else this.#kept.write(ENTRY, all);
  }
}

/** Those of whoever is signed in: nobody goes on with what another one typed at the same computer. */
export const draftsOf = <Value>({ me }: Pick<DeskContext, 'me'>, kind: DraftKind): KeptDrafts<Value> =>
  new KeptDrafts<Value>(keptWords(`${kind}:${me.agent.agentId}`));

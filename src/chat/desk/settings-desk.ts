import type { KeptSetting, SettingsBook } from '../../desk/settings-book.ts';
import type { Colleague } from '../../domain/desk/queue.ts';
import type { SettingKind, SettingValue } from '../../domain/desk/setting-kinds.ts';
import type { PublishedBy } from '../../ports/published-by.ts';
import type { PublishGate } from './publish-gate.ts';

/** Who changes something, and on what it was based. */
export interface SettingChange {
  readonly by: Colleague;
  /** Another version in force refuses the change. */
  readonly expectedVersion?: number;
  /** As of `Publication`. */
  readonly anyway?: string | undefined;
}

/** Where the shop's own people read and change what is set. */
export interface SettingsDesk extends Pick<SettingsBook, 'current' | 'history' | 'version'> {
  /** @throws {AssistantError} PRECONDITION_FAILED; GATE_FAILED when cases break by how the assistant would speak. */
  write<Kind extends SettingKind>(
    kind: Kind,
    value: SettingValue<Kind>,
    change: SettingChange,
    signal: AbortSignal,
  ): Promise<KeptSetting<Kind>>;
  /** @throws {AssistantError} NOT_FOUND for a version there is not; GATE_FAILED. */
  rollBack<Kind extends SettingKind>(
    kind: Kind,
    version: number,
    change: Pick<SettingChange, 'by' | 'anyway'>,
    signal: AbortSignal,
  ): Promise<KeptSetting<Kind>>;
}

export function createSettingsDesk(book: SettingsBook, gate: Pick<PublishGate, 'admit'>): SettingsDesk {
  /** What the assistant says is held against the kept cases. */
  async function admit<Kind extends SettingKind>(
    kind: Kind,
    value: SettingValue<Kind>,
    { by, anyway }: Pick<SettingChange, 'by' | 'anyway'>,
    signal: AbortSignal,
  ): Promise<PublishedBy['also'] | undefined> {
    if (kind !== 'house-rules') return undefined;
    const candidate = { kind: 'house-rules', value: value as SettingValue<'house-rules'> } as const;
    return (await gate.admit(candidate, { by, anyway }, signal)).also;
  }

  return {
    current: book.current,
    history: book.history,
    version: book.version,
    async write(kind, value, { anyway, ...change }, signal) {
      const also = await admit(kind, value, { ...change, anyway }, signal);
      return await book.write(kind, value, { ...change, ...(also === undefined ? {} : { also }) });
    },
    async rollBack(kind, version, { by, anyway }, signal) {
      const { value } = await book.version(kind, version);
      const also = await admit(kind, value, { by, anyway }, signal);
      return await book.rollBack(kind, version, by, also);
    },
  };
}

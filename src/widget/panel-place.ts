import type { WidgetSettings } from '../domain/widget-settings.ts';

/** Where a panel stands. */
export interface PanelPlace {
  readonly market: string | undefined;
  /** BCP 47. */
  readonly locale: string;
  readonly product: string | undefined;
  /** Its looks. */
  readonly preset: string | undefined;
}

/** What the shop tells every widget; undefined when it cannot be had. */
export type ReadSettings = () => Promise<WidgetSettings | undefined>;

import type { TemplateResult } from 'lit/html.js';
import type { ConversationController } from './conversation-controller.ts';
import type { LateHost } from './late-part.ts';
import type { ShoppingController } from './shopping-controller.ts';
import type { Label, WidgetLabel } from './widget-labels.ts';

/** What can be opened over the conversation. */
export type DrawerName = 'basket' | 'privacy';

export interface DrawerContext {
  readonly label: Label;
  /** BCP 47. */
  readonly locale: string;
  /** Origin of the assistant. */
  readonly server: string;
  readonly conversation: ConversationController;
  readonly shopping: ShoppingController;
  /** Drawn again by `requestUpdate`; takes further controllers. */
  readonly host: LateHost;
  close(): void;
}

export type DrawerView = (context: DrawerContext) => TemplateResult;

export interface Drawer {
  /** Heading of the drawer and name of the button that opens it. */
  readonly title: WidgetLabel;
  /** Comes when it is opened first; the panel says so when it cannot come. */
  load(): Promise<DrawerView>;
}

export const DRAWERS: ReadonlyMap<DrawerName, Drawer> = new Map<DrawerName, Drawer>([
  [
    'basket',
    {
      title: 'basket',
      load: async () => (await import('./views/basket-drawer.ts')).basketDrawer,
    },
  ],
  [
    'privacy',
    {
      title: 'privacy',
      load: async () => (await import('./views/privacy-drawer.ts')).privacyDrawer,
    },
  ],
]);

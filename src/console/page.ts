import type { TemplateResult } from 'lit';
import type { Permission } from '../domain/agent.ts';
import type { SignedInView } from '../domain/desk/session.ts';
import type { DeskClient } from './desk-client.ts';

/** Where in the desk somebody is. */
export interface Place {
  /** "/desk/conversations/c1". */
  readonly path: string;
  /** Of the route: `{ conversationId: 'c1' }`, decoded. */
  readonly params: Readonly<Record<string, string>>;
  readonly query: URLSearchParams;
}

/** What every page is given. */
export interface DeskContext {
  readonly desk: DeskClient;
  readonly me: SignedInView;
  readonly place: Place;
  may(permission: Permission): boolean;
  /** To another page, or to the same one with another query; `replace` leaves no step to go back to. */
  go(address: string, options?: { readonly replace?: boolean }): void;
  /** A short line at the edge of the page, read out by screen readers. */
  tell(text: string, kind?: 'done' | 'failed'): void;
  /** Reads anew who is signed in: after something about the own account changed. */
  renewSession(): Promise<void>;
  signOut(): Promise<void>;
}

/** What the file of a page exports. */
export interface PageModule {
  /** Drawn again whenever the context changes, as when the query does. The page has one `h1`. */
  readonly page: (context: DeskContext) => TemplateResult;
}

/** A page of the desk. */
export interface PageRoute {
  /** "/desk/conversations/:conversationId". */
  readonly path: string;
  /** Further addresses of the same page, which stays open from one to the other. */
  readonly also?: readonly string[];
  /** Of the window, and in the navigation. */
  readonly title: string;
  /** Who may open it; everybody who is signed in when absent. */
  readonly permission?: Permission;
  /** How it stands in the navigation, by the name of an icon; absent of pages that others lead to. */
  readonly icon?: string;
  readonly load: () => Promise<PageModule>;
}

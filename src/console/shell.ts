import { html, nothing, type TemplateResult } from 'lit';
import type { Permission } from '../domain/agent.ts';
import type { SignedInView } from '../domain/desk/session.ts';
import { icon } from './components/icon.ts';
import { errorState, loadingState } from './components/states.ts';
import { DeskToasts } from './components/toasts.ts';
import { forgetKeptWords } from './conversation/kept-words.ts';
import { createDeskClient } from './desk-client.ts';
import { DeskElement } from './desk-element.ts';
import { findPage } from './find-page.ts';
import type { DeskContext, PageModule, PageRoute } from './page.ts';
import type { Problem } from './problem.ts';
import { ROUTES } from './routes.ts';
import { isInvited, signInPage } from './sign-in.ts';

type Session =
  | { readonly kind: 'asking' }
  | { readonly kind: 'unknown'; readonly problem: Problem }
  | { readonly kind: 'nobody' }
  | { readonly kind: 'somebody'; readonly me: SignedInView };

/** The frame of the desk: who is signed in, where one can go, and the page that is open. */
export class DeskShell extends DeskElement {
  #session: Session = { kind: 'asking' };
  #module: { readonly route: PageRoute; readonly page?: PageModule } | undefined;
  readonly #desk = createDeskClient(() => this.#become({ kind: 'nobody' }));
  readonly #toasts = new DeskToasts();
  readonly #moved = () => this.#open();
  readonly #clicked = (event: MouseEvent) => this.#follow(event);

  override connectedCallback(): void {
    super.connectedCallback();
    addEventListener('popstate', this.#moved);
    this.addEventListener('click', this.#clicked);
    void this.#readSession();
    // On its way while it is asked who is there.
    void (findPage(ROUTES, location.pathname)?.route ?? ROUTES[0])?.load().catch(() => undefined);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    removeEventListener('popstate', this.#moved);
    this.removeEventListener('click', this.#clicked);
  }

  async #readSession(): Promise<void> {
    const answer = await this.#desk.get<SignedInView | undefined>('/v1/desk/session');
    if (answer.kind === 'refused') this.#become({ kind: 'unknown', problem: answer.problem });
    else if (answer.value === undefined) this.#become({ kind: 'nobody' });
    else this.#become({ kind: 'somebody', me: answer.value });
  }

  /** What is open stays where it is when somebody has to sign in again, so that they go on where they were. */
  #become(session: Session): void {
    const before = this.#session;
    this.#session = session;
    const isSame =
      before.kind === 'somebody' &&
      session.kind === 'somebody' &&
      before.me.agent.agentId === session.me.agent.agentId;
    if (session.kind === 'somebody' && !isSame) this.#open();
    this.requestUpdate();
  }

  #open(): void {
    if (this.#session.kind !== 'somebody') return;
    const first = this.#allowed()[0];
    if (/^\/desk\/?$/.test(location.pathname) && first !== undefined && !isInvited())
      history.replaceState(null, '', first.path);
    const found = findPage(ROUTES, location.pathname);
    document.title = `${found?.route.title ?? 'Not there'} · Desk`;
    if (found === undefined) this.#module = undefined;
    else if (this.#module?.route !== found.route) void this.#load(found.route);
    this.requestUpdate();
  }

  async #load(route: PageRoute): Promise<void> {
    this.#module = { route };
    const page = await route.load().catch(() => undefined);
    if (this.#module?.route !== route) return;
    if (page === undefined) {
      this.#module = undefined;
      this.#toasts.tell('The page could not be loaded; try again.', 'failed');
    } else this.#module = { route, page };
    this.requestUpdate();
    await this.updateComplete;
    this.querySelector<HTMLElement>('main')?.focus({ preventScroll: true });
    // On a phone there is not room for all of them.
    this.querySelector('.rail [aria-current]')?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  }

  /** Links within the desk open without a new document; keys and buttons of the browser do what they always do. */
  #follow(event: MouseEvent): void {
    const link = event.composedPath().find((target) => target instanceof HTMLAnchorElement);
    if (!(link instanceof HTMLAnchorElement) || event.defaultPrevented || event.button !== 0) return;
    if (event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
    const isOurs = link.origin === location.origin && /^\/desk(?:\/|$)/.test(link.pathname);
    if (!isOurs || link.target !== '' || link.hasAttribute('download')) return;
    if (link.hash !== '' && link.pathname === location.pathname) return;
    event.preventDefault();
    this.#go(link.href);
  }

  #go(address: string, { replace = false } = {}): void {
    if (replace) history.replaceState(null, '', address);
    else history.pushState(null, '', address);
    this.#open();
  }

  #allowed(): readonly PageRoute[] {
    return ROUTES.filter(
      ({ icon: named, permission }) =>
        named !== undefined && (permission === undefined || this.#may(permission)),
    );
  }

  #may(permission: Permission): boolean {
    return this.#session.kind === 'somebody' && this.#session.me.permissions.includes(permission);
  }

  #context(me: SignedInView): DeskContext {
    return {
      desk: this.#desk,
      me,
      place: {
        path: location.pathname,
        params: findPage(ROUTES, location.pathname)?.params ?? {},
        query: new URLSearchParams(location.search),
      },
      may: (permission) => this.#may(permission),
      go: (address, options) => this.#go(address, options),
      tell: (text, kind) => this.#toasts.tell(text, kind),
      renewSession: () => this.#readSession(),
      signOut: async () => {
        const path = '/v1/desk/session';
        const answer = await this.#desk.send<{ signOutUrl: string } | undefined>('DELETE', path);
        forgetKeptWords();
        this.#become({ kind: 'nobody' });
        // Of the provider of identities, where it was one that signed them in.
        if (answer.kind === 'ok' && answer.value !== undefined) location.assign(answer.value.signOutUrl);
      },
    };
  }

  protected override render(): TemplateResult {
    return html`${this.#content()}${this.#toasts}`;
  }

  #content(): TemplateResult {
    const session = this.#session;
    if (session.kind === 'asking') return loadingState();
    if (session.kind === 'unknown')
      return html`<main class="alone">${errorState(session.problem, () => void this.#readSession())}</main>`;
    if (session.kind === 'nobody' || isInvited())
      return signInPage({ desk: this.#desk, onSignedIn: (me) => this.#become({ kind: 'somebody', me }) });
    return html`<a class="skip" href="#content">To the content</a>
      ${this.#navigation(session.me)}
      <main id="content" tabindex="-1">${this.#page(session.me)}</main>`;
  }

  #navigation(me: SignedInView): TemplateResult {
    const here = findPage(ROUTES, location.pathname)?.route;
    return html`<nav class="rail" aria-label="Desk">
      ${this.#allowed().map(({ path, title, icon: named }) => {
        const isHere = here?.path === path || location.pathname.startsWith(`${path}/`);
        return html`<a href=${path} aria-current=${isHere ? 'page' : nothing}>${icon(named ?? '')}<span>${title}</span></a>`;
      })}
      <p class="rail-me" title=${me.agent.email}>
        <span class="rail-name">${me.agent.firstName}</span><span class="rail-role">${me.agent.role}</span>
      </p>
      <button class="rail-out" type="button" @click=${() => void this.#context(me).signOut()}>Sign out</button>
    </nav>`;
  }

  #page(me: SignedInView): TemplateResult {
    const found = this.#module;
    if (found === undefined)
      return html`<div class="page">
        <h1>There is no such page</h1>
        <p><a href="/desk">To the beginning</a></p>
      </div>`;
    const { permission } = found.route;
    if (permission !== undefined && !this.#may(permission))
      return html`<div class="page">
        <h1>${found.route.title}</h1>
        <p>Your role (${me.agent.role}) does not open this page.</p>
      </div>`;
    return found.page === undefined ? loadingState() : found.page.page(this.#context(me));
  }
}

customElements.define('desk-shell', DeskShell);

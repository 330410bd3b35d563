import { html, nothing, type TemplateResult } from 'lit';
import type { SignedInView, SignInWays } from '../domain/desk/session.ts';
import { textField } from './components/field.ts';
import { loadingState, problemLine } from './components/states.ts';
import type { DeskClient } from './desk-client.ts';
import { DeskElement } from './desk-element.ts';
import { answerChallenge, canUsePasskeys } from './passkey-browser.ts';
import type { Answer, Problem } from './problem.ts';
import { acceptInvitation, firstSetup } from './sign-in-first.ts';

export interface SignInOptions {
  readonly desk: DeskClient;
  readonly onSignedIn: (me: SignedInView) => void;
}

/** What somebody sees who is not signed in. */
export const signInPage = (options: SignInOptions): TemplateResult =>
  html`<desk-sign-in .options=${options}></desk-sign-in>`;

/** Whether the address is that of an invitation: it counts whoever is signed in here. */
export const isInvited = (): boolean => afterSign('invitation') !== undefined;

/** Why the provider of identities signed nobody in. */
const TOLD: Readonly<Record<string, string>> = {
  refused: 'You were not signed in: there is no open account for you here.',
  'too-many': 'Too many tries to sign in; try again later.',
  unavailable: 'The provider of identities cannot be reached. A password or a passkey still works.',
};

class DeskSignIn extends DeskElement {
  static override properties = { options: { attribute: false } };
  declare options: SignInOptions;
  #ways: SignInWays | undefined;
  #email = '';
  #password = '';
  #problem: Problem | undefined;
  #isSending = false;

  override connectedCallback(): void {
    super.connectedCallback();
    const told = TOLD[afterSign('sign-in') ?? ''];
    if (told !== undefined) {
      this.#problem = { code: 'SIGN_IN_FAILED', status: 401, detail: told, body: {} };
      forgetSign();
    }
    void this.#readWays();
  }

  async #readWays(): Promise<void> {
    const answer = await this.options.desk.get<SignInWays>('/v1/desk/sign-in');
    if (answer.kind === 'ok') this.#ways = answer.value;
    else {
      this.#ways = { needsSetup: false };
      this.#problem = answer.problem;
    }
    this.requestUpdate();
  }

  /** One at a time; what was refused stands below the fields. */
  async #try(work: () => Promise<Answer<SignedInView>>, refusal: string): Promise<void> {
    if (this.#isSending) return;
    this.#isSending = true;
    this.#problem = undefined;
    this.requestUpdate();
    const answer = await work();
    this.#isSending = false;
    this.#problem = answer.kind === 'ok' ? undefined : inWords(answer.problem, refusal);
    this.requestUpdate();
    if (answer.kind !== 'ok') return;
    this.#password = '';
    forgetSign();
    this.options.onSignedIn(answer.value);
  }

  #withPassword(event: Event): void {
    event.preventDefault();
    const body = { email: this.#email, password: this.#password };
    const work = () => this.options.desk.send<SignedInView>('POST', '/v1/desk/session', body);
    void this.#try(work, 'The address or the password is wrong, or the account is closed.');
  }

  #withPasskey(): void {
    const { desk } = this.options;
    void this.#try(async () => {
      const answer = await answerChallenge(desk, '/v1/desk/session/passkey/challenge');
      if (answer.kind === 'refused') return answer;
      return await desk.send('POST', '/v1/desk/session/passkey', { credential: answer.credential });
    }, 'This passkey signs nobody in here, or the account is closed.');
  }

  protected override render(): TemplateResult {
    return html`<main class="alone">${this.#content()}</main>`;
  }

  #content(): TemplateResult {
    const { desk } = this.options;
    const onSignedIn = (me: SignedInView) => {
      forgetSign();
      this.options.onSignedIn(me);
    };
    const invitation = afterSign('invitation');
    if (invitation !== undefined) return acceptInvitation({ desk, token: invitation, onSignedIn });
    if (this.#ways === undefined) return loadingState();
    if (this.#ways.needsSetup) return firstSetup({ desk, token: afterSign('setup') ?? '', onSignedIn });
    return this.#form(this.#ways);
  }

  #form({ openId }: SignInWays): TemplateResult {
    return html`<form class="sign-in" @submit=${(event: Event) => this.#withPassword(event)}>
      <h1>Sign in to the desk</h1>
      ${textField({
        id: 'email',
        label: 'E-mail',
        type: 'email',
        autocomplete: 'username',
        required: true,
        value: this.#email,
        onInput: (value) => {
          this.#email = value;
        },
      })}
      ${textField({
        id: 'password',
        label: 'Password',
        type: 'password',
        autocomplete: 'current-password',
        required: true,
        value: this.#password,
        onInput: (value) => {
          this.#password = value;
        },
      })}
      ${problemLine(this.#problem)}
      <button class="button main" ?disabled=${this.#isSending}>Sign in</button>
      ${this.#otherWays(openId)}
    </form>`;
  }

  #otherWays(openId: SignInWays['openId']): TemplateResult | typeof nothing {
    if (openId === undefined && !canUsePasskeys()) return nothing;
    return html`<p class="or"><span>or</span></p>
      ${
        canUsePasskeys()
          ? html`<button class="button" type="button" ?disabled=${this.#isSending} @click=${() => this.#withPasskey()}>
              Sign in with a passkey
            </button>`
          : nothing
      }
      ${
        openId === undefined
          ? nothing
          : html`<a class="button" href="/v1/desk/session/open-id">Continue with ${openId.label}</a>`
      }`;
  }
}

customElements.define('desk-sign-in', DeskSignIn);

/** The server gives one answer to all refusals; the page knows what was tried. */
const inWords = (problem: Problem, refusal: string): Problem =>
  problem.code === 'SIGN_IN_FAILED' ? { ...problem, detail: refusal } : problem;

/** What stands after the sign of the address: "#invitation=..." It never reaches a server or a log. */
function afterSign(name: string): string | undefined {
  return new URLSearchParams(location.hash.slice(1)).get(name) ?? undefined;
}

const forgetSign = (): void => history.replaceState(null, '', location.pathname + location.search);

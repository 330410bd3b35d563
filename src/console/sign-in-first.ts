import { html, nothing, type TemplateResult } from 'lit';
import type { SignedInView } from '../domain/desk/session.ts';
import { textField } from './components/field.ts';
import { errorState, loadingState, problemLine } from './components/states.ts';
import type { DeskClient } from './desk-client.ts';
import { DeskElement } from './desk-element.ts';
import type { Problem } from './problem.ts';

/** As the server has it. */
export const SHORTEST_PASSWORD = 12;

export interface FirstOptions {
  readonly desk: DeskClient;
  /** What lets somebody in once. */
  readonly token: string;
  readonly onSignedIn: (me: SignedInView) => void;
}

/** Nobody may sign in yet: whoever reads what the server prints makes the first administrator. */
export const firstSetup = (options: FirstOptions): TemplateResult =>
  html`<desk-first-setup .options=${options}></desk-first-setup>`;

/** Somebody was invited, and chooses a password. */
export const acceptInvitation = (options: FirstOptions): TemplateResult =>
  html`<desk-invitation .options=${options}></desk-invitation>`;

/** The field of a new password, with what is asked of it; nothing is asked of what kinds of characters there are. */
export const newPasswordField = (field: {
  readonly id: string;
  readonly label: string;
  readonly value: string;
  readonly onInput: (value: string) => void;
  readonly problem: Problem | undefined;
}): TemplateResult =>
  textField({
    ...field,
    type: 'password',
    autocomplete: 'new-password',
    required: true,
    hint: `At least ${SHORTEST_PASSWORD} characters; a few words that only you would put together are best.`,
    error: isAboutPassword(field.problem) ? field.problem?.detail : undefined,
  });

/** Whether a refusal stands beside the field of the password already. */
export const isAboutPassword = (problem: Problem | undefined): boolean => {
  const errors = problem?.body.errors;
  return Array.isArray(errors) && errors.some((error) => error?.pointer === '/password');
};

abstract class FirstForm extends DeskElement {
  static override properties = { options: { attribute: false } };
  declare options: FirstOptions;
  protected password = '';
  protected problem: Problem | undefined;
  protected isSending = false;

  protected async send(path: string, body: object): Promise<void> {
    if (this.isSending) return;
    this.isSending = true;
    this.requestUpdate();
    const answer = await this.options.desk.send<SignedInView>('POST', path, body);
    this.isSending = false;
    this.problem = answer.kind === 'ok' ? undefined : answer.problem;
    this.requestUpdate();
    if (answer.kind === 'ok') this.options.onSignedIn(answer.value);
  }

  protected passwordField(): TemplateResult {
    return newPasswordField({
      id: 'password',
      label: 'Password',
      value: this.password,
      problem: this.problem,
      onInput: (value) => {
        this.password = value;
      },
    });
  }

  protected whatWentWrong(): TemplateResult | typeof nothing {
    return isAboutPassword(this.problem) ? nothing : problemLine(this.problem);
  }
}

class DeskFirstSetup extends FirstForm {
  #token: string | undefined;
  #firstName = '';
  #email = '';

  #submit(event: Event): void {
    event.preventDefault();
    const token = this.#token ?? this.options.token;
    const account = { email: this.#email, firstName: this.#firstName, password: this.password };
    void this.send('/v1/desk/setup', { token, ...account });
  }

  protected override render(): TemplateResult {
    return html`<form class="sign-in" @submit=${(event: Event) => this.#submit(event)}>
      <h1>Set up the desk</h1>
      <p class="quiet">You become its first administrator, and invite the others.</p>
      ${textField({
        id: 'token',
        label: 'Token',
        hint: 'The server printed it when it started.',
        autocomplete: 'off',
        required: true,
        value: this.#token ?? this.options.token,
        onInput: (value) => {
          this.#token = value;
        },
      })}
      ${textField({
        id: 'first-name',
        label: 'First name',
        hint: 'As shoppers are told it.',
        autocomplete: 'given-name',
        required: true,
        maxLength: 60,
        value: this.#firstName,
        onInput: (value) => {
          this.#firstName = value;
        },
      })}
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
      ${this.passwordField()} ${this.whatWentWrong()}
      <button class="button main" ?disabled=${this.isSending}>Set up the desk</button>
    </form>`;
  }
}

class DeskInvitation extends FirstForm {
  #whom: { readonly email: string; readonly firstName: string } | undefined;
  #isNone: Problem | undefined;

  override connectedCallback(): void {
    super.connectedCallback();
    void this.#read();
  }

  async #read(): Promise<void> {
    const { desk, token } = this.options;
    const answer = await desk.send<{ email: string; firstName: string }>('POST', '/v1/desk/invitation/read', {
      token,
    });
    if (answer.kind === 'ok') this.#whom = answer.value;
    this.#isNone = answer.kind === 'ok' ? undefined : answer.problem;
    this.requestUpdate();
  }

  #submit(event: Event): void {
    event.preventDefault();
    void this.send('/v1/desk/invitation', { token: this.options.token, password: this.password });
  }

  protected override render(): TemplateResult {
    if (this.#isNone?.status === 401)
      return html`<div class="sign-in">
        <h1>This invitation is not good any more</h1>
        <p>It was used, has expired, or there is a newer one. Ask an administrator for another link.</p>
        <a class="button" href="/desk/">To the desk</a>
      </div>`;
    if (this.#isNone !== undefined) return errorState(this.#isNone, () => void this.#read());
    if (this.#whom === undefined) return loadingState();
    return html`<form class="sign-in" @submit=${(event: Event) => this.#submit(event)}>
      <h1>Welcome, ${this.#whom.firstName}</h1>
      <p class="quiet">Choose a password for the desk. You sign in with it and your address.</p>
      <input hidden type="text" autocomplete="username" readonly .value=${this.#whom.email} />
      <p><strong>${this.#whom.email}</strong></p>
      ${this.passwordField()} ${this.whatWentWrong()}
      <button class="button main" ?disabled=${this.isSending}>Go to the desk</button>
    </form>`;
  }
}

customElements.define('desk-first-setup', DeskFirstSetup);
customElements.define('desk-invitation', DeskInvitation);

import { html, nothing, type TemplateResult } from 'lit';
import { textField } from '../components/field.ts';
import { problemLine } from '../components/states.ts';
import { DeskElement } from '../desk-element.ts';
import type { DeskContext } from '../page.ts';
import type { Problem } from '../problem.ts';
import { isAboutPassword, newPasswordField } from '../sign-in-first.ts';

class DeskAccountPassword extends DeskElement {
  static override properties = { context: { attribute: false } };
  declare context: DeskContext;
  #current = '';
  #password = '';
  #problem: Problem | undefined;
  #isSending = false;

  async #change(event: Event): Promise<void> {
    event.preventDefault();
    if (this.#isSending) return;
    this.#isSending = true;
    const { desk, me, tell, renewSession } = this.context;
    const body = { ...(me.hasPassword && { current: this.#current }), password: this.#password };
    const answer = await desk.send('PUT', '/v1/desk/password', body);
    this.#problem = answer.kind === 'ok' ? undefined : answer.problem;
    if (answer.kind === 'ok') {
      [this.#current, this.#password] = ['', ''];
      await renewSession();
      tell('Your password was changed. You are signed out everywhere else.');
    }
    this.#isSending = false;
    this.requestUpdate();
  }

  protected override render(): TemplateResult {
    const { hasPassword, agent } = this.context.me;
    return html`<section class="card" aria-labelledby="password-heading">
      <h2 id="password-heading">Password</h2>
      <form class="stack" @submit=${(event: Event) => void this.#change(event)}>
        <input hidden type="text" autocomplete="username" readonly .value=${agent.email} />
        ${
          hasPassword
            ? textField({
                id: 'current-password',
                label: 'Current password',
                type: 'password',
                autocomplete: 'current-password',
                required: true,
                value: this.#current,
                onInput: (value) => {
                  this.#current = value;
                },
              })
            : html`<p>You have none: you sign in another way.</p>`
        }
        ${newPasswordField({
          id: 'new-password',
          label: 'New password',
          value: this.#password,
          problem: this.#problem,
          onInput: (value) => {
            this.#password = value;
          },
        })}
        ${isAboutPassword(this.#problem) ? nothing : problemLine(this.#problem)}
        <div class="actions"><button class="button">${hasPassword ? 'Change the password' : 'Set a password'}</button></div>
      </form>
    </section>`;
  }
}

customElements.define('desk-account-password', DeskAccountPassword);

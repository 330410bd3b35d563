import { html, type TemplateResult } from 'lit';
import type { AgentAccount, Role } from '../../domain/agent.ts';
import type { Invitation } from '../../domain/desk/session.ts';
import { dialog } from '../components/dialog.ts';
import { choiceField, textField } from '../components/field.ts';
import { problemLine } from '../components/states.ts';
import type { DeskClient } from '../desk-client.ts';
import { DeskElement } from '../desk-element.ts';
import type { DeskContext } from '../page.ts';
import type { Problem } from '../problem.ts';
import { sayDate } from '../say-time.ts';
import { ROLE_OPTIONS } from './role-words.ts';

export interface Invited {
  readonly agent: AgentAccount;
  readonly invitation: Invitation;
}

interface InviteOptions {
  readonly desk: DeskClient;
  readonly onClose: () => void;
  readonly onInvited: (invited: Invited) => void;
}

/** Asks whom to invite. */
export const inviteDialog = (options: InviteOptions): TemplateResult =>
  html`<desk-team-invite .options=${options}></desk-team-invite>`;

/** The link, shown once: it is kept nowhere. */
export const linkDialog = (options: {
  readonly invited: Invited;
  readonly tell: DeskContext['tell'];
  readonly onClose: () => void;
}): TemplateResult => {
  const { agent, invitation } = options.invited;
  const link = invitation.link ?? '';
  return dialog({
    heading: `A link for ${agent.firstName}`,
    onClose: options.onClose,
    onSubmit: options.onClose,
    body: html`<p>
        Give it to ${agent.firstName} in a way that nobody else reads. It is good once, until
        ${sayDate(invitation.expiresAt)}, and is not shown again.
      </p>
      ${textField({ id: 'invitation-link', label: 'Link', value: link, autocomplete: 'off' })}`,
    actions: html`<button
        class="button"
        type="button"
        @click=${() =>
          void navigator.clipboard.writeText(link).then(
            () => options.tell('The link was copied.'),
            () =>
              options.tell(
                'The browser does not let it be copied; choose it and copy it yourself.',
                'failed',
              ),
          )}
      >
        Copy the link
      </button>
      <button class="button main">Done</button>`,
  });
};

/** Says what goes and what stays before somebody is erased. */
export const eraseDialog = (options: {
  readonly agent: AgentAccount;
  readonly onClose: () => void;
  readonly onErase: () => void;
}): TemplateResult => {
  const { firstName, email } = options.agent;
  return dialog({
    heading: `Erase ${firstName}?`,
    onClose: options.onClose,
    onSubmit: options.onErase,
    body: html`<p>
        <strong>Goes for good:</strong> the name, ${email}, the password, passkeys and sessions. The log says that you did it.
      </p>
      <p>
        <strong>Stays, under a number that names nobody:</strong> replies that shoppers got, notes, corrections with what was
        learned from them, and the log, which has never held more than that number.
      </p>
      <p class="hint">
        Texts that they signed by hand and rules that name them as owner are yours to change. A colleague of the same first name
        loses it in the histories of rules, weights, synonyms and texts. Backups from before hold all of it. Whom a provider of
        identities lets in comes back as somebody new: take them out of its group first.
      </p>`,
    actions: html`<button class="button plain" type="button" @click=${options.onClose}>Cancel</button>
      <button class="button danger">Erase for good</button>`,
  });
};

class DeskTeamInvite extends DeskElement {
  static override properties = { options: { attribute: false } };
  declare options: InviteOptions;
  #firstName = '';
  #email = '';
  #role: Role = 'agent';
  #problem: Problem | undefined;
  #isSending = false;

  async #invite(): Promise<void> {
    if (this.#isSending) return;
    this.#isSending = true;
    const account = { firstName: this.#firstName, email: this.#email, role: this.#role };
    const answer = await this.options.desk.send<Invited>('POST', '/v1/desk/agents', account);
    this.#isSending = false;
    this.#problem = answer.kind === 'ok' ? undefined : answer.problem;
    this.requestUpdate();
    if (answer.kind === 'ok') this.options.onInvited(answer.value);
  }

  protected override render(): TemplateResult {
    return dialog({
      heading: 'Invite somebody',
      onClose: this.options.onClose,
      onSubmit: () => void this.#invite(),
      body: html`${textField({
        id: 'invite-name',
        label: 'First name',
        hint: 'As shoppers are told it.',
        required: true,
        maxLength: 60,
        autocomplete: 'off',
        value: this.#firstName,
        onInput: (value) => {
          this.#firstName = value;
        },
      })}
      ${textField({
        id: 'invite-email',
        label: 'E-mail',
        type: 'email',
        required: true,
        autocomplete: 'off',
        value: this.#email,
        onInput: (value) => {
          this.#email = value;
        },
      })}
      ${choiceField<Role>({
        id: 'invite-role',
        label: 'Role',
        value: this.#role,
        options: ROLE_OPTIONS,
        onChange: (role) => {
          this.#role = role;
        },
      })}
      ${problemLine(this.#problem)}`,
      actions: html`<button class="button plain" type="button" @click=${this.options.onClose}>Cancel</button>
        <button class="button main">Make a link</button>`,
    });
  }
}

customElements.define('desk-team-invite', DeskTeamInvite);

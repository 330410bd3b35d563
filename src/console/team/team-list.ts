import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import type { AgentAccount, Role } from '../../domain/agent.ts';
import type { Invitation } from '../../domain/desk/session.ts';
import { dataTable } from '../components/data-table.ts';
import { DeskElement } from '../desk-element.ts';
import { Fetched } from '../fetched.ts';
import type { DeskContext } from '../page.ts';
import type { Answer } from '../problem.ts';
import { sayDate } from '../say-time.ts';
import { ROLES } from './role-words.ts';
import { eraseDialog, type Invited, inviteDialog, linkDialog } from './team-dialogs.ts';

/** Everybody who may sign in: invited by a link, given a role, let in no more, and erased once their account is closed. */
class DeskTeam extends DeskElement {
  static override properties = { context: { attribute: false } };
  declare context: DeskContext;
  readonly #agents = new Fetched(this, () =>
    this.context.desk.get<{ readonly agents: readonly AgentAccount[] }>('/v1/desk/agents'),
  );
  #isInviting = false;
  #invited: Invited | undefined;
  #erasing: AgentAccount | undefined;

  #show(change: {
    readonly isInviting?: boolean;
    readonly invited?: Invited;
    readonly erasing?: AgentAccount;
  }): void {
    this.#isInviting = change.isInviting ?? false;
    this.#invited = change.invited;
    this.#erasing = change.erasing;
    this.requestUpdate();
  }

  async #do<T>(work: Promise<Answer<T>>, done: string): Promise<T | undefined> {
    const answer = await work;
    await this.#agents.reload();
    if (answer.kind === 'ok') this.context.tell(done);
    else this.context.tell(answer.problem.detail, 'failed');
    return answer.kind === 'ok' ? answer.value : undefined;
  }

  #change(
    agent: AgentAccount,
    change: { readonly role?: Role; readonly isDisabled?: boolean },
    done: string,
  ) {
    void this.#do(this.context.desk.send('PATCH', pathOf(agent), change), done);
  }

  async #inviteAgain(agent: AgentAccount): Promise<void> {
    const invitation = await this.#do(
      this.context.desk.send<Invitation>('POST', `${pathOf(agent)}/invitation`),
      `${agent.firstName} has a new link; those from before are good no more.`,
    );
    if (invitation !== undefined) this.#show({ invited: { agent, invitation } });
  }

  async #erase(agent: AgentAccount): Promise<void> {
    this.#show({});
    await this.#do(
      this.context.desk.send('DELETE', pathOf(agent)),
      `${agent.firstName} is erased. What they did stays, without a name.`,
    );
  }

  protected override render(): TemplateResult {
    return html`<div class="page-head">
        <h1>Team</h1>
        <button class="button main" type="button" @click=${() => this.#show({ isInviting: true })}>Invite somebody</button>
      </div>
      ${this.#agents.draw(({ agents }) => this.#table(agents))}
      ${
        this.#isInviting
          ? inviteDialog({
              desk: this.context.desk,
              onClose: () => this.#show({}),
              onInvited: (invited) => {
                this.#show({ invited });
                void this.#agents.reload();
              },
            })
          : nothing
      }
      ${
        this.#invited === undefined
          ? nothing
          : linkDialog({ invited: this.#invited, tell: this.context.tell, onClose: () => this.#show({}) })
      }
      ${this.#erasing === undefined ? nothing : this.#eraseDialog(this.#erasing)}`;
  }

  #eraseDialog(agent: AgentAccount): TemplateResult {
    return eraseDialog({ agent, onClose: () => this.#show({}), onErase: () => void this.#erase(agent) });
  }

  #table(agents: readonly AgentAccount[]): TemplateResult {
    return dataTable<AgentAccount>({
      caption: 'Who may sign in',
      isCaptionUnseen: true,
      isStacked: true,
      rows: agents,
      key: ({ agentId }) => agentId,
      columns: [
        { heading: 'Name', cell: ({ firstName }) => firstName },
        { heading: 'E-mail', cell: ({ email }) => email },
        { heading: 'Role', cell: (agent) => this.#role(agent) },
        {
          heading: 'Account',
          cell: ({ isDisabled }) =>
            isDisabled ? html`<span class="tag bad">closed</span>` : html`<span class="tag good">open</span>`,
        },
        { heading: 'Since', cell: ({ createdAt }) => sayDate(createdAt) },
        { heading: 'Actions', cell: (agent) => this.#actions(agent) },
      ],
    });
  }

  #isMe({ agentId }: AgentAccount): boolean {
    return agentId === this.context.me.agent.agentId;
  }

  /** Nobody takes their own role away by a slip. */
  #role(agent: AgentAccount): TemplateResult {
    if (this.#isMe(agent)) return html`${agent.role}`;
    return html`<select
      class="input compact"
      aria-label=${`Role of ${agent.firstName}`}
      @change=${({ target }: Event) => {
        const role = ROLES.find((one) => target instanceof HTMLSelectElement && one === target.value);
        if (role !== undefined)
          this.#change(agent, { role }, `${agent.firstName} is ${role} now, and signs in again.`);
      }}
    >
      ${ROLES.map((role) => html`<option value=${role} .selected=${live(role === agent.role)}>${role}</option>`)}
    </select>`;
  }

  #actions(agent: AgentAccount): TemplateResult {
    if (this.#isMe(agent)) return html`<span class="tag">you</span>`;
    const button = (label: string, onClick: () => void, kind = '') =>
      html`<button class="button small ${kind}" type="button" aria-label=${`${label}: ${agent.firstName}`} @click=${onClick}>${label}</button>`;
    if (agent.isDisabled)
      return html`<div class="actions">
        ${button('Open', () => this.#change(agent, { isDisabled: false }, `${agent.firstName} may sign in again.`))}
        ${button('Erase', () => this.#show({ erasing: agent }), 'danger')}
      </div>`;
    return html`<div class="actions">
      ${button('New link', () => void this.#inviteAgain(agent))}
      ${button('Sign out', () => {
        const signedOut = this.context.desk.send('DELETE', `${pathOf(agent)}/sessions`);
        void this.#do(signedOut, `${agent.firstName} is signed out everywhere.`);
      })}
      ${button(
        'Close',
        () =>
          this.#change(
            agent,
            { isDisabled: true },
            `${agent.firstName} is signed out, and may sign in no more.`,
          ),
        'danger',
      )}
    </div>`;
  }
}

const pathOf = ({ agentId }: AgentAccount): string => `/v1/desk/agents/${encodeURIComponent(agentId)}`;

customElements.define('desk-team', DeskTeam);

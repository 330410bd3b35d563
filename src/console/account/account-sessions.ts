import { html, nothing, type TemplateResult } from 'lit';
import type { SessionView } from '../../domain/desk/session.ts';
import { dataTable } from '../components/data-table.ts';
import { DeskElement } from '../desk-element.ts';
import type { DeskContext } from '../page.ts';
import { sayDate } from '../say-time.ts';

/** How a session began, in words. */
const METHODS: Readonly<Record<SessionView['method'], string>> = {
  setup: 'The first set-up',
  invitation: 'An invitation',
  password: 'A password',
  passkey: 'A passkey',
  'open-id': 'Another provider',
};

class DeskAccountSessions extends DeskElement {
  static override properties = { context: { attribute: false } };
  declare context: DeskContext;

  async #end(path: string, done: string): Promise<void> {
    const { desk, tell, renewSession } = this.context;
    const answer = await desk.send('DELETE', path);
    await renewSession();
    if (answer.kind === 'ok') tell(done);
    else tell(answer.problem.detail, 'failed');
  }

  protected override render(): TemplateResult {
    const { sessions, sessionId } = this.context.me;
    const others = sessions.filter((session) => session.sessionId !== sessionId).length;
    return html`<section class="card" aria-labelledby="sessions-heading">
      <h2 id="sessions-heading">Where you are signed in</h2>
      ${dataTable<SessionView>({
        caption: 'Your sessions',
        isCaptionUnseen: true,
        isStacked: true,
        rows: sessions,
        key: (session) => session.sessionId,
        columns: [
          { heading: 'Began with', cell: ({ method }) => METHODS[method] },
          { heading: 'Network', cell: ({ network = 'unknown' }) => network },
          { heading: 'Since', cell: ({ beganAt }) => sayDate(beganAt) },
          { heading: 'Used last', cell: ({ seenAt }) => sayDate(seenAt) },
          { heading: 'Actions', cell: (session) => this.#action(session) },
        ],
      })}
      ${
        others === 0
          ? nothing
          : html`<div class="actions">
              <button class="button" type="button" @click=${() => void this.#end('/v1/desk/sessions', 'You are signed out everywhere else.')}>
                Sign out everywhere else
              </button>
            </div>`
      }
    </section>`;
  }

  #action({ sessionId, beganAt }: SessionView): TemplateResult {
    if (sessionId === this.context.me.sessionId) return html`<span class="tag good">here</span>`;
    const path = `/v1/desk/sessions/${encodeURIComponent(sessionId)}`;
    return html`<button
      class="button small"
      type="button"
      aria-label=${`Sign out of the session of ${sayDate(beganAt)}`}
      @click=${() => void this.#end(path, 'You are signed out there.')}
    >
      Sign out
    </button>`;
  }
}

customElements.define('desk-account-sessions', DeskAccountSessions);

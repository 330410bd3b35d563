import { html, nothing, type TemplateResult } from 'lit';
import type { PasskeyView } from '../../domain/desk/session.ts';
import { dataTable } from '../components/data-table.ts';
import { dialog } from '../components/dialog.ts';
import { textField } from '../components/field.ts';
import { problemLine } from '../components/states.ts';
import { DeskElement } from '../desk-element.ts';
import { Fetched } from '../fetched.ts';
import type { DeskContext } from '../page.ts';
import { answerChallenge, canUsePasskeys } from '../passkey-browser.ts';
import type { Problem } from '../problem.ts';
import { sayDate } from '../say-time.ts';

interface Adding {
  readonly label: string;
  /** Asked for where the session began long ago. */
  readonly password?: string;
  readonly problem?: Problem;
}

class DeskAccountPasskeys extends DeskElement {
  static override properties = { context: { attribute: false } };
  declare context: DeskContext;
  readonly #passkeys = new Fetched(this, () =>
    this.context.desk.get<{ readonly passkeys: readonly PasskeyView[] }>('/v1/desk/passkeys'),
  );
  #adding: Adding | undefined;
  #isSending = false;

  #change(adding: Adding | undefined): void {
    this.#adding = adding;
    this.requestUpdate();
  }

  async #add(adding: Adding): Promise<void> {
    if (this.#isSending) return;
    this.#isSending = true;
    const { desk, tell } = this.context;
    const { label, password } = adding;
    const answered = await answerChallenge(
      desk,
      '/v1/desk/passkeys/challenge',
      password === undefined ? {} : { password },
    );
    const answer =
      answered.kind === 'refused'
        ? answered
        : await desk.send('POST', '/v1/desk/passkeys', { label, credential: answered.credential });
    this.#isSending = false;
    if (answer.kind === 'ok') {
      this.#change(undefined);
      await this.#passkeys.reload();
      tell('The passkey was added.');
    } else {
      const { problem } = answer;
      const isLongAgo = problem.status === 403 && this.context.me.hasPassword;
      this.#change({ label, problem, ...(isLongAgo && { password: password ?? '' }) });
    }
  }

  async #remove({ passkeyId, label }: PasskeyView): Promise<void> {
    const { desk, tell } = this.context;
    const answer = await desk.send('DELETE', `/v1/desk/passkeys/${encodeURIComponent(passkeyId)}`);
    await this.#passkeys.reload();
    if (answer.kind === 'ok') tell(`“${label}” was removed. It signs nobody in any more.`);
    else tell(answer.problem.detail, 'failed');
  }

  protected override render(): TemplateResult {
    return html`<section class="card" aria-labelledby="passkeys-heading">
      <h2 id="passkeys-heading">Passkeys</h2>
      <p class="hint">A passkey signs you in with your fingerprint, your face or the PIN of your device. It works on this site alone, so nobody can trick you out of it.</p>
      ${this.#passkeys.draw(({ passkeys }) => (passkeys.length === 0 ? html`<p>You have none yet.</p>` : this.#table(passkeys)))}
      <div class="actions">
        ${
          canUsePasskeys()
            ? html`<button class="button" type="button" @click=${() => this.#change({ label: '' })}>Add a passkey</button>`
            : html`<p class="quiet">This browser, or this address, knows no passkeys.</p>`
        }
      </div>
      ${this.#adding === undefined ? nothing : this.#dialog(this.#adding)}
    </section>`;
  }

  #table(passkeys: readonly PasskeyView[]): TemplateResult {
    return dataTable<PasskeyView>({
      caption: 'Your passkeys',
      isCaptionUnseen: true,
      isStacked: true,
      rows: passkeys,
      key: ({ passkeyId }) => passkeyId,
      columns: [
        { heading: 'Name', cell: ({ label }) => label },
        { heading: 'Added', cell: ({ createdAt }) => sayDate(createdAt) },
        { heading: 'Used last', cell: ({ usedAt }) => (usedAt === undefined ? 'never' : sayDate(usedAt)) },
        {
          heading: 'Actions',
          cell: (passkey) =>
            html`<button class="button small" type="button" aria-label=${`Remove ${passkey.label}`} @click=${() => void this.#remove(passkey)}>
              Remove
            </button>`,
        },
      ],
    });
  }

  #dialog(adding: Adding): TemplateResult {
    return dialog({
      heading: 'Add a passkey',
      onClose: () => this.#change(undefined),
      onSubmit: () => void this.#add(adding),
      body: html`${textField({
        id: 'passkey-label',
        label: 'Name',
        hint: 'By which you tell it from others, as the device it is on.',
        required: true,
        maxLength: 60,
        value: adding.label,
        onInput: (label) => this.#change({ ...adding, label }),
      })}
      ${
        adding.password === undefined
          ? nothing
          : textField({
              id: 'passkey-password',
              label: 'Your password',
              hint: 'You signed in a while ago.',
              type: 'password',
              autocomplete: 'current-password',
              required: true,
              value: adding.password,
              onInput: (password) => this.#change({ ...adding, password }),
            })
      }
      ${problemLine(adding.problem)}`,
      actions: html`<button class="button plain" type="button" @click=${() => this.#change(undefined)}>Cancel</button>
        <button class="button main">Go on</button>`,
    });
  }
}

customElements.define('desk-account-passkeys', DeskAccountPasskeys);

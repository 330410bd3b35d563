import { html, type TemplateResult } from 'lit';
import '../account/account-passkeys.ts';
import '../account/account-password.ts';
import '../account/account-sessions.ts';
import type { DeskContext } from '../page.ts';

/** What somebody does with their own account. */
export const page = (context: DeskContext): TemplateResult => {
  const { agent } = context.me;
  return html`<div class="page narrow">
    <h1>Your account</h1>
    <section class="card" aria-labelledby="who">
      <h2 id="who">${agent.firstName}</h2>
      <dl class="facts">
        <dt>E-mail</dt>
        <dd>${agent.email}</dd>
        <dt>Role</dt>
        <dd>${agent.role}</dd>
      </dl>
      <p class="hint">Shoppers are told your first name and nothing else. An administrator can change your name and role, and erase your account.</p>
    </section>
    <desk-account-passkeys .context=${context}></desk-account-passkeys>
    <desk-account-password .context=${context}></desk-account-password>
    <desk-account-sessions .context=${context}></desk-account-sessions>
  </div>`;
};

import { html, type TemplateResult } from 'lit';
import type { Label } from '../widget-labels.ts';
import { sendIcon } from './icons.ts';

const MOST_CHARACTERS = 4_000;

export interface ComposerContext {
  readonly label: Label;
  /** A message is on its way: what is written waits. */
  readonly isBusy: boolean;
  onSay(text: string): void;
}

/** Where the shopper writes. Enter sends, Shift+Enter begins a line. */
export function composer(context: ComposerContext): TemplateResult {
  const { label } = context;
  const send = (form: HTMLFormElement | null) => {
    const textarea = form?.querySelector('textarea') ?? undefined;
    const text = textarea?.value.trim() ?? '';
    if (textarea === undefined || text === '' || context.isBusy) return;
    textarea.value = '';
    context.onSay(text);
  };
  const onSubmit = (event: SubmitEvent) => {
    event.preventDefault();
    if (event.currentTarget instanceof HTMLFormElement) send(event.currentTarget);
  };
  const onKey = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || event.shiftKey || event.isComposing) return;
    event.preventDefault();
    if (event.currentTarget instanceof HTMLTextAreaElement) send(event.currentTarget.form);
  };
  return html`<form class="composer" @submit=${onSubmit}>
    <textarea
      rows="1"
      maxlength=${MOST_CHARACTERS}
      aria-label=${label('messageLabel')}
      placeholder=${label('placeholder')}
      dir="auto"
      enterkeyhint="send"
      @keydown=${onKey}
    ></textarea>
    <button class="send" aria-label=${label('send')} aria-disabled=${context.isBusy ? 'true' : 'false'}>${sendIcon}</button>
  </form>`;
}

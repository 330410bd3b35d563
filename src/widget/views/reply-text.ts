import { html, type TemplateResult } from 'lit/html.js';

type Block =
  | { readonly kind: 'paragraph'; readonly text: string }
  | { readonly kind: 'list'; readonly items: string[] };

const ITEM = /^\s*(?:[-*•]|\d+[.)])\s+(.*)$/;
const STRONG = /\*\*([^*]+)\*\*/;

/** Words with paragraphs, lists and **emphasis**; everything else stays text. */
export function replyText(text: string): TemplateResult {
  return html`${toBlocks(text).map((block) =>
    block.kind === 'paragraph'
      ? html`<p dir="auto">${emphasize(block.text)}</p>`
      : html`<ul class="plain-list">${block.items.map((item) => html`<li dir="auto">${emphasize(item)}</li>`)}</ul>`,
  )}`;
}

/** The words alone, a line each, to be copied or spoken. */
export function plainText(text: string): string {
  return toBlocks(text)
    .flatMap((block) => (block.kind === 'paragraph' ? [block.text] : block.items))
    .map((line) => line.split(STRONG).join('').trim())
    .join('\n');
}

function toBlocks(text: string): Block[] {
  const blocks: Block[] = [];
  for (const line of text.split('\n')) {
    const item = ITEM.exec(line)?.[1];
    const last = blocks.at(-1);
    if (item !== undefined && last?.kind === 'list') last.items.push(item);
    else if (item !== undefined) blocks.push({ kind: 'list', items: [item] });
    else if (line.trim() !== '') blocks.push({ kind: 'paragraph', text: line });
  }
  return blocks;
}

const emphasize = (text: string) =>
  text.split(STRONG).map((part, index) => (index % 2 === 1 ? html`<strong>${part}</strong>` : part));

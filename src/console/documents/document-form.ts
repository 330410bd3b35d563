import { html, type TemplateResult } from 'lit';
import type {
  DocumentDraft,
  DocumentFormat,
  DocumentPassage,
  ReadDraft,
} from '../../domain/desk/documents.ts';
import { areaField, choiceField, textField } from '../components/field.ts';
import { languageName } from '../own-language.ts';

const FORMATS: readonly { readonly value: DocumentFormat; readonly label: string }[] = [
  { value: 'markdown', label: 'Markdown' },
  { value: 'plain', label: 'Plain text' },
  { value: 'html', label: 'HTML' },
];
const LONGEST_TEXT = 200_000;

/** What a document says, and of what it holds. */
export function documentFields(
  draft: DocumentDraft,
  options: { readonly isNew: boolean; readonly onChange: (draft: DocumentDraft) => void },
): TemplateResult {
  const { isNew, onChange } = options;
  const written = (value: string): string | undefined => (value.trim() === '' ? undefined : value.trim());
  return html`${textField({
    id: 'document-title',
    label: 'Title',
    required: isNew,
    maxLength: 120,
    value: draft.title ?? '',
    onInput: (title) => onChange({ ...draft, title: title === '' ? undefined : title }),
  })}
    <div class="document-scope">
      ${choiceField<DocumentFormat>({
        id: 'document-format',
        label: 'Written in',
        value: draft.format,
        options: FORMATS,
        onChange: (format) => onChange({ ...draft, format }),
      })}
      ${textField({
        id: 'document-language',
        label: 'Language',
        hint: 'As en or de; empty: as it reads',
        maxLength: 3,
        value: draft.language ?? '',
        onInput: (language) => onChange({ ...draft, language: written(language)?.toLowerCase() }),
      })}
      ${textField({
        id: 'document-market',
        label: 'Market',
        hint: 'As US or DE; empty: all',
        maxLength: 2,
        value: draft.market ?? '',
        onInput: (market) => onChange({ ...draft, market: written(market)?.toUpperCase() }),
      })}
      ${textField({
        id: 'document-product',
        label: 'Product',
        hint: 'Its id; empty: the shop',
        maxLength: 200,
        value: draft.productId ?? '',
        onInput: (productId) => onChange({ ...draft, productId: written(productId) }),
      })}
    </div>
    ${textField({
      id: 'document-url',
      label: 'Page of the shop that says it',
      hint: 'Shoppers are led there; may be empty',
      maxLength: 2_000,
      value: draft.url ?? '',
      onInput: (url) => onChange({ ...draft, url: written(url) }),
    })}
    ${areaField({
      id: 'document-text',
      label: 'Text',
      rows: 22,
      maxLength: LONGEST_TEXT,
      value: draft.text,
      onInput: (text) => onChange({ ...draft, text }),
    })}`;
}

/** What questions would be answered from: each passage by itself. */
export function passageList(read: ReadDraft | undefined): TemplateResult {
  if (read === undefined) return html`<p class="quiet">Passages are shown as you write.</p>`;
  if (read.kind === 'rejected')
    return html`<p class="problem-line">It cannot be published: ${read.reason}.</p>`;
  return html`<p class="quiet">
      ${read.passages.length} of them, in ${languageName(read.language)}. Each answers by itself.
    </p>
    <ol class="document-passages">
      ${read.passages.map(passageItem)}
    </ol>`;
}

const passageItem = ({ headings, sentences }: DocumentPassage): TemplateResult =>
  html`<li class="card" dir="auto">
    <p class="quiet">${headings.join(' › ')}</p>
    ${sentences.map((sentence) => html`<p>${sentence}</p>`)}
  </li>`;

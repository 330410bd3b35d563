import { type Language, languageOf } from '../domain/locale.ts';
import type { SourcedDocument } from '../ports/document-source.ts';
import { cleanLine, shortenText } from '../text/clean-text.ts';
import { guessLanguage } from '../text/guess-language.ts';
import type { ShopDocument } from './shop-document.ts';
import { splitPassages } from './split-passages.ts';

export interface AcceptOptions {
  /** Of every document that does not say its own. */
  readonly language?: Language | undefined;
  readonly market?: string | undefined;
  /** The shop's own, where a text does not tell. */
  readonly usualLanguage: Language;
  readonly isProduct: (id: string) => boolean;
  readonly nowMs: number;
}

export type Acceptance =
  | { readonly kind: 'accepted'; readonly document: ShopDocument }
  | { readonly kind: 'rejected'; readonly reason: string };

const LONGEST_TITLE = 120;
const LONGEST_ADDRESS = 2_000;
/** Characters that its language is told by. */
const READ_FOR_LANGUAGE = 5_000;

/** What a document says of itself is checked: a fault in it rejects the document, as an answer from it would be of the wrong market or product. */
export function acceptDocument(sourced: SourcedDocument, options: AcceptOptions): Acceptance {
  const { fields, blocks, path } = sourced;
  const rejected = (reason: string): Acceptance => ({ kind: 'rejected', reason });
  const text = blocks.map((block) => (block.kind === 'row' ? block.cells.join(' ') : block.text)).join('\n');
  const language = toLanguage(fields.language) ?? options.language ?? told(text, options.usualLanguage);
  const passages = splitPassages(blocks, language);
  if (passages.length === 0) return rejected('there is no text in it');
  const market = fields.market?.trim().toUpperCase() ?? options.market;
  if (market !== undefined && !/^[A-Z]{2}$/.test(market))
    return rejected('its market is no country code of two letters');
  const name = fileName(path);
  const productId = fields.product?.trim() ?? (options.isProduct(name) ? name : undefined);
  if (productId !== undefined && !options.isProduct(productId))
    return rejected(`there is no product ${shortenText(cleanLine(productId), 60)}`);
  const updatedAtMs = readDate(fields.updated);
  if (Number.isNaN(updatedAtMs)) return rejected('its date is not written as 2026-03-31');
  const url = readAddress(fields.url);
  return {
    kind: 'accepted',
    document: {
      documentId: path,
      title: titleOf(sourced, name),
      language,
      ...(market === undefined ? {} : { market }),
      ...(productId === undefined ? {} : { productId }),
      ...(url === undefined ? {} : { url }),
      updatedAtMs: Math.min(updatedAtMs ?? sourced.modifiedAtMs, options.nowMs),
      passages,
    },
  };
}

const told = (text: string, usual: Language): Language =>
  guessLanguage(text.slice(0, READ_FOR_LANGUAGE), usual) ?? usual;

const toLanguage = (tag: string | undefined): Language | undefined =>
  tag !== undefined && /^[a-z]{2,3}(?:-[a-z\d]+)*$/i.test(tag.trim())
    ? languageOf(tag.trim().toLowerCase())
    : undefined;

const fileName = (path: string): string => path.slice(path.lastIndexOf('/') + 1).replace(/\.[^.]+$/, '');

/** As it says itself, else its first heading of the widest level, else the name of its file. */
function titleOf({ fields, blocks }: SourcedDocument, name: string): string {
  const headings = blocks.flatMap((block) => (block.kind === 'heading' ? [block] : []));
  const widest = Math.min(...headings.map(({ level }) => level));
  const [first] = headings.filter(({ level }) => level === widest);
  const title = [fields.title, first?.text, name.replace(/[-_]+/g, ' ')]
    .map((each) => cleanLine(each ?? ''))
    .find((each) => each !== '');
  return shortenText(title ?? name, LONGEST_TITLE);
}

/** Epoch milliseconds of a day; undefined when none is said, NaN for anything else. */
function readDate(written: string | undefined): number | undefined {
  if (written === undefined) return undefined;
  return /^\d{4}-\d{2}-\d{2}/.test(written.trim()) ? Date.parse(written.trim()) : Number.NaN;
}

function readAddress(written: string | undefined): string | undefined {
  if (written === undefined || written.length > LONGEST_ADDRESS) return undefined;
  const url = URL.parse(written.trim());
  return url !== null && /^https?:$/.test(url.protocol) && url.username === '' ? url.href : undefined;
}

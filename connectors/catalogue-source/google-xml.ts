import { SaxesParser } from 'saxes';
import { AssistantError } from '../../src/errors/assistant-error.ts';
import type { FeedFile } from './feed-file.ts';
import type { GoogleItem, GoogleValue } from './google-listing.ts';

const GOOGLE = 'http://base.google.com/ns/1.0';
const ATOM = 'http://www.w3.org/2005/Atom';
/** RSS 2.0 has no namespace of its own. */
const READ_NAMESPACES: ReadonlySet<string> = new Set(['', GOOGLE, ATOM]);

/** Deeper nesting, longer values or more values than any feed has. */
const MAX_DEPTH = 30;
const MAX_VALUE = 2 * 1024 ** 2;
const MAX_VALUES = 2_000;
const MAX_XML_ATTRIBUTES = 100;

/**
 * Streams the items of an RSS 2.0 or Atom feed with Google's attributes. Entities other than the five of XML and
 * character numbers do not exist here: a document type is refused before anything of it is read.
 *
 * @param onLanguage Told the language the feed declares (`<language>`, `xml:lang`), when it does.
 * @throws {AssistantError} FEED_UNSAFE for a DOCTYPE, deep nesting or giant values; CATALOGUE_REFUSED when the XML is not
 *   well-formed or cut off.
 */
export async function* readGoogleXml(
  file: FeedFile,
  signal: AbortSignal,
  onLanguage: (language: string) => void = () => {},
): AsyncGenerator<GoogleItem> {
  const reader = new ItemReader(onLanguage);
  let prolog = '';
  for await (const piece of file.text(signal)) {
    if (!reader.insideRoot) {
      // The parser would read a document type to its end before it tells; here it is found first.
      prolog += piece;
      if (/<!DOCTYPE/i.test(beforeRoot(prolog))) throw unsafe('a document type (DOCTYPE)');
      if (prolog.length > MAX_VALUE) throw unsafe('no element in its beginning');
    }
    reader.write(piece);
    yield* reader.take();
  }
  reader.close();
  yield* reader.take();
}

/** What stands before the first element, without comments. */
function beforeRoot(text: string): string {
  const plain = text.replace(/<!--[\s\S]*?-->/g, '');
  const root = plain.search(/<[\p{L}_:]/u);
  return root < 0 ? plain : plain.slice(0, root);
}

class ItemReader {
  insideRoot = false;
  readonly #parser = new SaxesParser({ xmlns: true, additionalNamespaces: { g: GOOGLE } });
  readonly #onLanguage: (language: string) => void;
  #items: GoogleItem[] = [];
  #depth = 0;
  /** Depth of the item that is open, 0 for none. */
  #itemDepth = 0;
  #line = 0;
  #values = new Map<string, GoogleValue[]>();
  #count = 0;
  #nested: Map<string, string> | undefined;
  #text = '';

  constructor(onLanguage: (language: string) => void) {
    this.#onLanguage = onLanguage;
    const parser = this.#parser;
    parser.on('error', (error) => {
      throw /doctype/i.test(error.message)
        ? unsafe('a document type (DOCTYPE)')
        : new AssistantError('CATALOGUE_REFUSED', `The XML is not well-formed at ${error.message}`);
    });
    parser.on('doctype', () => {
      throw unsafe('a document type (DOCTYPE)');
    });
    parser.on('opentagstart', () => {
      this.insideRoot = true;
      this.#depth += 1;
      if (this.#depth > MAX_DEPTH) throw unsafe(`elements nested more than ${MAX_DEPTH} deep`);
    });
    parser.on('opentag', (tag) => this.#open(tag));
    parser.on('text', (text) => this.#append(text));
    parser.on('cdata', (text) => this.#append(text));
    parser.on('closetag', (tag) => this.#close(tag.local, tag.uri));
  }

  write(piece: string): void {
    this.#parser.write(piece);
  }

  close(): void {
    this.#parser.close();
  }

  *take(): Generator<GoogleItem> {
    const items = this.#items;
    this.#items = [];
    yield* items;
  }

  #open(tag: {
    local: string;
    uri: string;
    attributes: Record<string, { name: string; value: string }>;
  }): void {
    const attributes = Object.values(tag.attributes);
    if (attributes.length > MAX_XML_ATTRIBUTES) throw unsafe('elements with hundreds of attributes');
    this.#text = '';
    if (this.#itemDepth === 0) {
      const language = attributes.find(({ name }) => name === 'xml:lang')?.value;
      if (language !== undefined && language !== '') this.#onLanguage(language);
      if ((tag.local !== 'item' && tag.local !== 'entry') || tag.uri === GOOGLE) return;
      this.#itemDepth = this.#depth;
      this.#line = this.#parser.line;
      this.#values = new Map();
      this.#count = 0;
      return;
    }
    if (this.#depth !== this.#itemDepth + 1) return;
    this.#nested = undefined;
    const href = attributes.find(({ name }) => name === 'href')?.value;
    const relation = attributes.find(({ name }) => name === 'rel')?.value ?? 'alternate';
    if (tag.local === 'link' && href !== undefined && relation === 'alternate')
      this.#add('link', href, false);
  }

  #append(text: string): void {
    if (this.#text.length + text.length > MAX_VALUE) throw unsafe('values of several million characters');
    this.#text += text;
  }

  #close(local: string, uri: string): void {
    const depth = this.#depth;
    this.#depth -= 1;
    const text = this.#text;
    this.#text = '';
    if (this.#itemDepth === 0) {
      if (local === 'language' && text.trim() !== '') this.#onLanguage(text.trim());
      return;
    }
    if (depth === this.#itemDepth) {
      this.#itemDepth = 0;
      this.#items.push({ line: this.#line, values: this.#values });
      return;
    }
    if (!READ_NAMESPACES.has(uri)) return;
    if (depth === this.#itemDepth + 2) {
      this.#nested ??= new Map();
      if (this.#nested.size < MAX_VALUES) this.#nested.set(local.toLowerCase(), text.trim());
    } else if (depth === this.#itemDepth + 1) {
      this.#add(local.toLowerCase(), this.#nested ?? text, uri === GOOGLE);
      this.#nested = undefined;
    }
  }

  /** Google's own `g:title` is asked before the `title` of the feed format. */
  #add(name: string, value: GoogleValue, first: boolean): void {
    this.#count += 1;
    if (this.#count > MAX_VALUES) throw unsafe('items with thousands of values');
    const values = this.#values.get(name) ?? [];
    this.#values.set(name, values);
    if (first && PLAIN_TOO.has(name)) values.unshift(value);
    else values.push(value);
  }
}

const PLAIN_TOO: ReadonlySet<string> = new Set(['id', 'title', 'description', 'link']);

function unsafe(what: string): AssistantError {
  return new AssistantError(
    'FEED_UNSAFE',
    `The feed has ${what}; it was not read further, nothing was changed`,
  );
}

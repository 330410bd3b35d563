import { AssistantError } from '../../src/errors/assistant-error.ts';

/** One element of a list, as text. */
export interface JsonElement {
  readonly line: number;
  readonly text: string;
}

/** Longest element, in UTF-16 units, and deepest nesting in it. */
const MAX_ELEMENT = 8 * 1024 ** 2;
const MAX_DEPTH = 200;

/**
 * Streams the elements of a JSON document: of the list it is, or of the one list in the object it is
 * (`{"products": [...]}`). Only one element is held at a time. The elements themselves are not parsed: brackets are
 * counted outside strings, so that a fault in one element does not hide the others and lines are known.
 *
 * @param list Name of the list when an object holds several.
 * @throws {AssistantError} CATALOGUE_REFUSED when it is cut off, is no list, or holds several; FEED_UNSAFE for nesting
 *   deeper than 200 levels or elements above 8 Mi characters.
 */
export async function* readJsonElements(
  text: AsyncIterable<string>,
  list?: string,
): AsyncGenerator<JsonElement> {
  const scanner = new ElementScanner(list);
  for await (const piece of text) {
    scanner.write(piece);
    yield* scanner.take();
  }
  scanner.close();
}

class ElementScanner {
  readonly #list: string | undefined;
  #elements: JsonElement[] = [];
  #line = 1;
  /** Open brackets, outermost first; `[` and `{`. */
  readonly #open: string[] = [];
  #inString = false;
  #escaped = false;
  /** Depth of the list whose elements are handed out: 1 for a list at the top, 2 inside an object. */
  #listDepth = 0;
  #listName: string | undefined;
  /** The last string at depth 1 of an object: the name of what follows. */
  #key = '';
  #keyOpen = false;
  #element = '';
  #elementLine = 0;
  #ended = false;

  constructor(list: string | undefined) {
    this.#list = list;
  }

  write(piece: string): void {
    let start = this.#element === '' ? -1 : 0;
    for (let index = 0; index < piece.length; index += 1) {
      const character = piece.charCodeAt(index);
      if (character === NEWLINE) this.#line += 1;
      if (this.#inString) {
        this.#inside(piece, character, index);
        continue;
      }
      const level = this.#open.length;
      const inList = this.#listDepth > 0 && level >= this.#listDepth;
      if (inList && level === this.#listDepth && (character === COMMA || character === CLOSE_LIST)) {
        if (start >= 0) this.#finish(piece.slice(start, index));
        start = -1;
        if (character === CLOSE_LIST) this.#closeBracket(character);
        continue;
      }
      if (inList && level === this.#listDepth && start < 0) {
        if (isSpace(character)) continue;
        start = index;
        this.#elementLine = this.#line;
      }
      this.#structure(character);
    }
    if (start >= 0) this.#keep(piece.slice(start));
  }

  #inside(piece: string, character: number, index: number): void {
    if (this.#escaped) this.#escaped = false;
    else if (character === BACKSLASH) this.#escaped = true;
    else if (character === QUOTE) this.#inString = false;
    if (this.#keyOpen && this.#inString && this.#key.length < 200) this.#key += piece[index] ?? '';
    if (!this.#inString) this.#keyOpen = false;
  }

  #structure(character: number): void {
    if (character === QUOTE) {
      this.#inString = true;
      if (this.#open.length === 1 && this.#listDepth === 0) {
        this.#key = '';
        this.#keyOpen = true;
      }
    } else if (character === OPEN_LIST || character === OPEN_OBJECT) {
      this.#openBracket(character);
    } else if (character === CLOSE_LIST || character === CLOSE_OBJECT) {
      this.#closeBracket(character);
    } else if (this.#open.length === 0 && !isSpace(character)) {
      throw refused(`The file is not JSON at line ${this.#line}`);
    }
  }

  #openBracket(character: number): void {
    const level = this.#open.length;
    if (this.#ended) throw refused(`There is text after the end of the JSON document in line ${this.#line}`);
    if (level >= MAX_DEPTH) throw unsafe(`values nested more than ${MAX_DEPTH} deep`);
    this.#open.push(character === OPEN_LIST ? ']' : '}');
    if (character !== OPEN_LIST || this.#listDepth > 0) return;
    if (level === 0) this.#listDepth = 1;
    else if (level === 1 && (this.#list ?? this.#key) === this.#key) {
      if (this.#listName !== undefined) {
        throw refused(
          `The file holds several lists ("${this.#listName}", "${this.#key}"); name the products' one in the map: {"list": "${this.#listName}", ...}`,
        );
      }
      this.#listDepth = 2;
      this.#listName = this.#key;
    }
  }

  #closeBracket(character: number): void {
    const expected = this.#open.pop();
    if (expected !== String.fromCharCode(character))
      throw refused(`A bracket is closed that was not opened in line ${this.#line}`);
    if (this.#listDepth > this.#open.length) this.#listDepth = 0;
    if (this.#open.length === 0) this.#ended = true;
  }

  #keep(text: string): void {
    if (this.#element.length + text.length > MAX_ELEMENT)
      throw unsafe('an element of several million characters');
    this.#element += text;
  }

  #finish(text: string): void {
    this.#keep(text);
    this.#elements.push({ line: this.#elementLine, text: this.#element });
    this.#element = '';
  }

  *take(): Generator<JsonElement> {
    const elements = this.#elements;
    this.#elements = [];
    yield* elements;
  }

  close(): void {
    if (!this.#ended) throw refused(`The JSON document is cut off at line ${this.#line}`);
  }
}

const NEWLINE = 10;
const QUOTE = 34;
const COMMA = 44;
const OPEN_LIST = 91;
const BACKSLASH = 92;
const CLOSE_LIST = 93;
const OPEN_OBJECT = 123;
const CLOSE_OBJECT = 125;

const isSpace = (character: number) =>
  character === 32 || character === 9 || character === NEWLINE || character === 13;

function refused(message: string): AssistantError {
  return new AssistantError('CATALOGUE_REFUSED', message);
}

function unsafe(what: string): AssistantError {
  return new AssistantError(
    'FEED_UNSAFE',
    `The feed has ${what}; it was not read further, nothing was changed`,
  );
}

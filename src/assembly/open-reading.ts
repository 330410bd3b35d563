import { createCatalogueStore } from '../catalog/catalogue-store.ts';
import { createProductBook } from '../catalog/product-book.ts';
import { type NamingOptions, withNamedProducts } from '../chat/name-products.ts';
import { withShopTexts } from '../chat/read-shop-texts.ts';
import type { Database } from '../ports/database.ts';
import type { LanguageDetector } from '../text/detect-language.ts';
import { createEmbeddedParser } from '../understanding/embedded-parser.ts';
import type { Parser } from '../understanding/parser.ts';
import { createCommandChooser } from '../understanding/statistical/choose-command.ts';
import { commandWeightFolders } from './command-weights.ts';
import type { LoadedShop } from './load-shop.ts';

/** How words are read in this shop. */
export interface Reading {
  /** Without a model, and without the shop's texts: what a search and a change's preview are read by. */
  readonly embedded: Parser;
  /** With both parsers, and the shop's texts: what a message of a conversation is read by. */
  readonly parsers: () => { readonly embedded: Parser; readonly model?: Parser };
  readonly book: NamingOptions['book'];
}

export interface ReadingOptions {
  readonly database: Database;
  readonly directory: string;
  readonly shop: LoadedShop;
  readonly detector: LanguageDetector;
  /** Absent where no model is configured. */
  readonly modelParser: Parser | undefined;
}

export function openReading({ database, directory, shop, detector, modelParser }: ReadingOptions): Reading {
  const naming = { book: createProductBook(database), products: createCatalogueStore(database).products };
  const embedded = withNamedProducts(
    createEmbeddedParser({
      vocabulary: shop.current().vocabulary,
      detector,
      choose: createCommandChooser(commandWeightFolders(directory)),
    }),
    naming,
  );
  const withTexts = withShopTexts(embedded, () => shop.current().library);
  const model = modelParser && withNamedProducts(modelParser, naming);
  return {
    embedded,
    parsers: () => ({ embedded: withTexts, ...(model !== undefined && { model }) }),
    book: naming.book,
  };
}

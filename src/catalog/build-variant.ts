import type { Language } from '../domain/locale.ts';
import type { Variant } from '../domain/product.ts';
import type { Listing } from '../ports/listing-interpreter.ts';
import { cleanLine, shortenText } from '../text/clean-text.ts';
import { buildOffer, type Notice, type OfferContext } from './build-offer.ts';
import { enrichFromTitle } from './enrich.ts';
import { hasCheckDigit } from './gtin.ts';
import { htmlToPlainText } from './html-to-plain-text.ts';
import { type NormalAttributes, normaliseAttributes } from './normalise-attributes.ts';
import { toWebAddress } from './web-address.ts';

/** Words all listings of a group share. */
export interface SharedWords {
  readonly title: string;
  readonly description: string;
  readonly brand?: string;
}

export interface VariantContext extends OfferContext {
  readonly language: Language;
}

export interface BuiltVariant {
  readonly kind: 'variant';
  /** Without attributes: which of them are the product's is decided when all variants are known. */
  readonly variant: Omit<Variant, 'attributes'>;
  readonly attributes: NormalAttributes;
  readonly warnings: readonly Notice[];
}

export const MAX_TITLE = 300;
const MAX_ID = 200;

/** Makes the variant of one listing, or says what is wrong with the row. */
export function buildVariant(
  listing: Listing,
  shared: SharedWords,
  context: VariantContext,
): BuiltVariant | { readonly kind: 'fault'; readonly fault: Notice } {
  const fault = (code: string, reason: string) => ({ kind: 'fault', fault: { code, reason } }) as const;
  const id = cleanLine(listing.id ?? '');
  const productId = cleanLine(listing.groupId ?? '') || id;
  if (id === '') return fault('id-missing', 'There is no id');
  if (id.length > MAX_ID || productId.length > MAX_ID)
    return fault('id-too-long', `The id has more than ${MAX_ID} characters`);
  if (shared.title === '') return fault('title-missing', 'There is no title');
  const built = buildOffer(listing, context);
  if (built.kind === 'fault') return built;

  const warnings = [...built.warnings];
  const address = (text: string | undefined, code: string): string | undefined => {
    if (text === undefined || text.trim() === '') return undefined;
    const found = toWebAddress(text.trim());
    if (found === undefined)
      warnings.push({
        code,
        reason: `"${text.trim().slice(0, 60)}" is not an http(s) address and was left out`,
      });
    return found;
  };
  const imageUrl = address(listing.imageUrl, 'image-left-out');
  const url = address(listing.url, 'link-left-out');
  const sku = cleanLine(listing.sku ?? '').slice(0, MAX_ID);
  const mpn = cleanLine(listing.mpn ?? '').slice(0, MAX_ID);
  const gtin = readGtin(listing.gtin, warnings);
  const attributes = enrichFromTitle(
    normaliseAttributes(
      listing.attributes.map(([name, value]) => [name, htmlToPlainText(value)]),
      context.language,
    ),
    shortenText(cleanLine(htmlToPlainText(listing.title ?? shared.title)), MAX_TITLE),
    shared.brand,
    context.language,
  );
  return {
    kind: 'variant',
    variant: {
      variantId: id,
      offers: { [context.country]: built.offer },
      ...(sku === '' ? {} : { sku }),
      ...(mpn === '' ? {} : { mpn }),
      ...(gtin === undefined ? {} : { gtin }),
      ...(imageUrl === undefined ? {} : { imageUrl }),
      ...(url === undefined ? {} : { url }),
    },
    attributes,
    warnings,
  };
}

function readGtin(text: string | undefined, warnings: Notice[]): string | undefined {
  const digits = (text ?? '').replace(/^'|[\s-]/g, '');
  if (digits === '') return undefined;
  if (hasCheckDigit(digits)) return digits;
  warnings.push({
    code: 'gtin-left-out',
    reason: `"${digits.slice(0, 40)}" is not a valid GTIN and was left out`,
  });
  return undefined;
}

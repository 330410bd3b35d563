import type { PostalAddress } from '../../../src/domain/commerce.ts';
import type { AddressAnswer } from './order-shape.ts';

/** What Shopify takes for an address. */
export interface MailingAddressInput {
  readonly firstName?: string;
  readonly lastName?: string;
  readonly address1: string;
  readonly address2: string;
  readonly city: string;
  readonly provinceCode?: string;
  readonly zip: string;
  readonly countryCode: string;
}

export function toPostalAddress(address: AddressAnswer | null | undefined): PostalAddress {
  const { name, address1, address2, city, provinceCode, zip, countryCodeV2 } = address ?? {};
  return {
    ...(name ? { name } : {}),
    line1: address1 ?? '',
    ...(address2 ? { line2: address2 } : {}),
    city: city ?? '',
    ...(provinceCode ? { region: provinceCode } : {}),
    postalCode: zip ?? '',
    country: countryCodeV2 ?? '',
  };
}

/**
 * An address in Shopify's codes.
 *
 * @param languages In which a country may be written out.
 * @returns undefined when the country, or a region that is told, has no code: Shopify would leave it out.
 */
export function toMailingAddress(
  { name, line1, line2, city, region, postalCode, country }: PostalAddress,
  languages: readonly string[] = LANGUAGES,
): MailingAddressInput | undefined {
  const countryCode = countryCodeOf(country, languages);
  const provinceCode = region?.trim().toUpperCase();
  if (countryCode === undefined || (provinceCode !== undefined && !/^[A-Z0-9]{1,3}$/.test(provinceCode)))
    return undefined;
  const words = name?.trim().split(/\s+/) ?? [];
  return {
    ...(words.length < 2 ? {} : { firstName: words.slice(0, -1).join(' ') }),
    ...(words.length === 0 ? {} : { lastName: words.at(-1) ?? '' }),
    address1: line1,
    address2: line2 ?? '',
    city,
    ...(provinceCode === undefined ? {} : { provinceCode }),
    zip: postalCode,
    countryCode,
  };
}

/** Those the assistant speaks: country names are told in them. */
const LANGUAGES = ['en', 'de', 'fr', 'es', 'it', 'pt', 'nl', 'ja'];
const LETTERS = Array.from({ length: 26 }, (_, index) => String.fromCharCode(65 + index));

/** ISO 3166-1 alpha-2 of a code or of a name as CLDR writes it. */
function countryCodeOf(country: string, languages: readonly string[]): string | undefined {
  const told = country.trim();
  if (/^[A-Za-z]{2}$/.test(told)) return told.toUpperCase();
  for (const language of languages) {
    const names = new Intl.DisplayNames(language, { type: 'region', fallback: 'none' });
    const same = (code: string) =>
      names.of(code)?.localeCompare(told, language, { sensitivity: 'base' }) === 0;
    const code = LETTERS.flatMap((first) => LETTERS.map((second) => first + second)).find(same);
    if (code !== undefined) return code;
  }
  return undefined;
}

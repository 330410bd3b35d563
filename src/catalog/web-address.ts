/**
 * @returns The address in its normal form, or undefined when it is not an absolute http(s) address: nothing else is
 *   ever rendered as a link or a picture. Addresses with a user name ("https://shop@evil") are refused too.
 */
export function toWebAddress(text: string): string | undefined {
  const address = URL.canParse(text) ? new URL(text) : undefined;
  if (address === undefined || address.username !== '' || address.password !== '') return undefined;
  const allowed = address.protocol === 'https:' || address.protocol === 'http:';
  return allowed && address.href.length <= MAX_LENGTH ? address.href : undefined;
}

const MAX_LENGTH = 2_000;

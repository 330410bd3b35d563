/**
 * Whether the browser asks that nobody be profiled; it says the same to the server with every request.
 *
 * @see https://www.w3.org/TR/gpc/
 */
export const asksForPrivacy = (of: object = globalThis.navigator ?? {}): boolean =>
  'globalPrivacyControl' in of && of.globalPrivacyControl === true;

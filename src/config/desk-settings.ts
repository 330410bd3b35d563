import * as z from 'zod';

const optionalText = z
  .string()
  .trim()
  .optional()
  .transform((value) => (value === '' ? undefined : value));

/** As domain `ROLES`. */
const ROLES = ['viewer', 'agent', 'lead', 'admin', 'auditor'] as const;

/** Where every organisation can be its own administrator, and give its people the groups of this shop. */
const EVERYBODYS_ISSUER = /^https:\/\/login\.microsoftonline\.com\/(?:common|organizations|consumers)\b/i;

/** A provider of identities (OpenID Connect) by which the shop's own people sign in at the desk, beside passwords and passkeys. */
export const deskSettings = {
  DESK_OIDC_ISSUER: optionalText
    .refine(
      (value) => value === undefined || isSafeAddress(value),
      'must begin with https://, or http:// on this machine',
    )
    .refine(
      (value) => value === undefined || !EVERYBODYS_ISSUER.test(value),
      'must name one tenant: this address lets in everybody who has an account at Microsoft',
    )
    .describe(
      'Issuer of the OpenID Connect provider that agents sign in by; it sends them back to /v1/desk/session/open-id/return',
    ),
  DESK_OIDC_CLIENT_ID: optionalText.describe('What the provider of identities calls this shop'),
  DESK_OIDC_CLIENT_SECRET: optionalText.describe(
    'Secret of this shop at the provider; none for a public client',
  ),
  DESK_OIDC_NAME: optionalText
    .pipe(z.string().max(60).optional())
    .describe('Name of the provider, as the button to it reads'),
  DESK_OIDC_GROUPS_CLAIM: z
    .string()
    .trim()
    .min(1)
    .default('groups')
    .describe('Claim in which the provider lists the groups of somebody'),
  DESK_OIDC_ROLES: z
    .string()
    .trim()
    .default('')
    .transform((value, context) =>
      value
        .split(',')
        .filter((pair) => pair.trim() !== '')
        .flatMap((pair) => {
          const [group = '', written = ''] = pair.split('=').map((part) => part.trim());
          const role = ROLES.find((one) => one === written);
          if (group !== '' && role !== undefined) return [{ group, role }];
          context.addIssue({
            code: 'custom',
            message: `must be "group=role, ...", a role being ${ROLES.join(', ')}`,
          });
          return [];
        }),
    )
    .describe(
      'Groups whose members get an account: "desk-agents=agent, desk-leads=lead"; the first that somebody is in counts. Nobody else gets one',
    ),
};

/** What holds between these settings, told from their words. */
export function checkDeskSettings(
  given: Readonly<Partial<Record<keyof typeof deskSettings, string>>>,
  prefix: string,
): string[] {
  const { DESK_OIDC_ISSUER: issuer, DESK_OIDC_CLIENT_ID: clientId, DESK_OIDC_CLIENT_SECRET: secret } = given;
  const needed = [clientId, secret, given.DESK_OIDC_ROLES].some((value) => value !== undefined);
  return [
    ...(issuer !== undefined && clientId === undefined
      ? [`${prefix}DESK_OIDC_CLIENT_ID: is needed with ${prefix}DESK_OIDC_ISSUER`]
      : []),
    ...(issuer === undefined && needed
      ? [`${prefix}DESK_OIDC_ISSUER: is needed where other settings of DESK_OIDC are given`]
      : []),
  ];
}

function isSafeAddress(address: string): boolean {
  const url = URL.parse(address);
  if (url === null) return false;
  const isHere = /^(?:localhost|127(?:\.\d+){3}|\[::1\])$/.test(url.hostname);
  return url.protocol === 'https:' || (url.protocol === 'http:' && isHere);
}

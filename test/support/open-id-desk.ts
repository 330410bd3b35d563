import { createOpenIdConnect } from '../../connectors/identity-provider/open-id-connect.ts';
import { deskVisitor } from './desk-visitor.ts';
import { type Answering, CLIENT_ID, CLIENT_SECRET, startIdentityProvider } from './fake-identity-provider.ts';
import { identityDesk } from './identity-desk.ts';

export const ADA = { sub: 'ada-1', email: 'Ada@shop.example', email_verified: true };
export const NEW = { sub: 'eve-1', email: 'eve@shop.example', email_verified: true, given_name: 'Eve' };
export const DESCRIPTION = '/.well-known/openid-configuration';
export const START = '/v1/desk/session/open-id';

export async function openDesk(answering: Answering = { claims: ADA }) {
  const provider = await startIdentityProvider(answering);
  const desk = await identityDesk(
    {},
    {
      provider: createOpenIdConnect({
        issuer: provider.issuer,
        clientId: CLIENT_ID,
        clientSecret: CLIENT_SECRET,
        groupsClaim: 'groups',
        label: 'Shop accounts',
      }),
      roles: [
        { group: 'leads', role: 'lead' },
        { group: 'agents', role: 'agent' },
      ],
    },
  );
  return { ...desk, provider };
}

type Visitor = ReturnType<typeof deskVisitor>;

/** Through the provider and back: the path that the provider sends the browser to. */
export async function throughProvider(visitor: Visitor): Promise<string> {
  const there = (await visitor.get(START)).headers.get('location') ?? '';
  const back = (await fetch(there, { redirect: 'manual' })).headers.get('location') ?? '';
  const { pathname, search } = new URL(back);
  return pathname + search;
}

export async function signIn(url: string) {
  const visitor = deskVisitor(url);
  const end = await visitor.get(await throughProvider(visitor));
  return { visitor, told: end.headers.get('location'), status: end.status };
}

export const whoIs = async (visitor: Visitor) => {
  const response = await visitor.get('/v1/desk/session');
  return response.status === 200 ? (await response.json()).agent : response.status;
};

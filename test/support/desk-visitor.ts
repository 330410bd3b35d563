/** A browser at the desk: it says from which page it comes, and keeps the cookies. */
export function deskVisitor(url: string) {
  const cookies = new Map<string, string>();
  const headers = () => ({
    Origin: url,
    ...(cookies.size > 0 && { Cookie: [...cookies].map(([name, value]) => `${name}=${value}`).join('; ') }),
  });
  const keep = (response: Response) => {
    for (const set of response.headers.getSetCookie()) {
      const [name = '', value = ''] = (set.split(';', 1)[0] ?? '').split('=');
      if (value === '') cookies.delete(name);
      else cookies.set(name, value);
    }
    return response;
  };
  const send = async (method: string, path: string, body?: object) =>
    keep(
      await fetch(`${url}${path}`, {
        method,
        redirect: 'manual',
        headers: { ...headers(), ...(body !== undefined && { 'Content-Type': 'application/json' }) },
        ...(body !== undefined && { body: JSON.stringify(body) }),
      }),
    );
  const post = (path: string, body: object = {}) => send('POST', path, body);
  return {
    headers,
    setUp: (account: object) => post('/v1/desk/setup', account),
    signIn: (email: string, password: string) => post('/v1/desk/session', { email, password }),
    get: (path: string) => send('GET', path),
    post,
    send,
    /** Has somebody sign in who is invited by this one, and chooses a password. */
    async invite(account: {
      readonly email: string;
      readonly firstName: string;
      readonly role: string;
      readonly password: string;
    }) {
      const { password, ...invited } = account;
      const { agent, invitation } = await (await post('/v1/desk/agents', invited)).json();
      const visitor = deskVisitor(url);
      await visitor.post('/v1/desk/invitation', { token: invitation.token, password });
      return { ...visitor, agentId: agent.agentId as string, email: account.email };
    },
  };
}

import { postJson } from './http.ts';

/** A browser at the desk: it says from which page it comes, and keeps the cookie. */
export function deskVisitor(url: string) {
  let cookie = '';
  const headers = () => ({ Origin: url, ...(cookie !== '' && { Cookie: cookie }) });
  const keep = (response: Response) => {
    const [set = ''] = response.headers.getSetCookie();
    cookie = set.split(';', 1)[0] ?? '';
    return response;
  };
  return {
    headers,
    setUp: async (account: object) => keep(await postJson(`${url}/v1/desk/setup`, account, headers())),
    signIn: async (email: string, password: string) =>
      keep(await postJson(`${url}/v1/desk/session`, { email, password }, headers())),
    get: (path: string) => fetch(`${url}${path}`, { headers: headers() }),
    post: (path: string, body: object = {}) => postJson(`${url}${path}`, body, headers()),
    send: (method: string, path: string, body?: object) =>
      fetch(`${url}${path}`, {
        method,
        headers: { ...headers(), ...(body !== undefined && { 'Content-Type': 'application/json' }) },
        ...(body !== undefined && { body: JSON.stringify(body) }),
      }),
  };
}

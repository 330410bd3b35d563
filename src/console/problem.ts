/** What the server says when it refuses or fails (RFC 9457), or OFFLINE when it could not be asked. */
export interface Problem {
  /** As in the table of error codes of the README; OFFLINE without an answer. */
  readonly code: string;
  /** HTTP; 0 without an answer. */
  readonly status: number;
  /** One sentence for the person at the desk. */
  readonly detail: string;
  /** Whole, where the server sent one: some codes have more to say. */
  readonly body: Readonly<Record<string, unknown>>;
}

export type Answer<T> =
  | { readonly kind: 'ok'; readonly value: T }
  | { readonly kind: 'refused'; readonly problem: Problem };

export const OFFLINE: Problem = {
  code: 'OFFLINE',
  status: 0,
  detail: 'The server cannot be reached. Check the connection; nothing is lost.',
  body: {},
};

/** Whether the same request may well be taken a little later. */
export const isPassing = ({ status }: Problem): boolean => status === 0 || status === 429 || status >= 500;

export async function readProblem(response: Response): Promise<Problem> {
  const body: unknown = await response.json().catch(() => ({}));
  const known = typeof body === 'object' && body !== null ? (body as Record<string, unknown>) : {};
  const text = (name: string, otherwise: string) => {
    const value = known[name];
    return typeof value === 'string' && value !== '' ? value : otherwise;
  };
  return {
    code: text('code', 'INTERNAL'),
    status: response.status,
    detail: text('detail', `The server answered ${response.status}.`),
    body: known,
  };
}

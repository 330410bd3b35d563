import type { Response } from 'express';
import type { Candidate } from '../chat/desk/as-it-would-be.ts';
import type { PublishGate } from '../chat/desk/publish-gate.ts';
import type { PublishedBy } from '../ports/published-by.ts';
import { requestSignal } from './request-signal.ts';
import type { Noted, RouteCall } from './route.ts';

export interface PublishingCall extends Pick<RouteCall<unknown, unknown, unknown>, 'signedIn' | 'noting'> {
  readonly response: Response;
  readonly query: { readonly publishAnyway?: string };
}

/**
 * What is published goes through the gate, whoever comes: somebody of the desk, or one of the shop's own programs with its token. It is noted
 * in the log of the desk with what it changes.
 *
 * @param entry As the log tells it.
 * @throws {AssistantError} GATE_FAILED
 */
export type Publishing = (
  call: PublishingCall,
  entry: Noted,
  candidate: () => Promise<Candidate>,
) => Promise<PublishedBy>;

/** As the log names who comes with the token. */
const PROGRAM = { agentId: 'admin-token' };

export const publishingThrough =
  (gate: Pick<PublishGate, 'admit'>): Publishing =>
  async ({ signedIn, noting, response, query: { publishAnyway } }, entry, candidate) => {
    const note = noting(entry);
    const publication = { by: signedIn?.agent ?? PROGRAM, anyway: publishAnyway };
    const { author, also } = await gate.admit(await candidate(), publication, requestSignal(response));
    return {
      ...(author !== undefined && { author }),
      also: async (write, version) => {
        await note(write);
        await also(write, version);
      },
    };
  };

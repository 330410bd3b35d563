import { randomUUID } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import type { ErrorRequestHandler, RequestHandler, Response } from 'express';

import type { Logger } from 'pino';
import { AssistantError } from '../errors/assistant-error.ts';
import type { ErrorCode } from '../errors/error-codes.ts';
import { PROBLEM_CONTENT_TYPE, type Problem, retryAfterSeconds, toProblem } from './problem.ts';
import { requestIdOf } from './request-log.ts';

/** Statuses of what may be over in a moment. */
const PASSING: ReadonlySet<number> = new Set([503, 507]);

/** The last handler: every failure of every route becomes a problem document. */
export function sendFailures(logger: Logger): ErrorRequestHandler {
  return (error: unknown, _request, response, _next) => {
    const problem = toProblem(error, requestIdOf(response));
    if (problem.status >= 500)
      logger.error({ requestId: problem.requestId, code: problem.code, err: error }, 'failure');
    if (response.headersSent) {
      response.destroy();
      return;
    }
    const retryAfter = retryAfterSeconds(error) ?? (PASSING.has(problem.status) ? 1 : undefined);
    if (retryAfter !== undefined) response.set('Retry-After', String(retryAfter));
    if (problem.status === 401) response.set('WWW-Authenticate', 'Bearer');
    sendProblem(response, problem);
  };
}

function sendProblem(response: Response, problem: Problem): void {
  response
    .status(problem.status)
    .set({ 'Content-Type': PROBLEM_CONTENT_TYPE, 'Cache-Control': 'no-store' })
    .end(JSON.stringify(problem));
}

export function refuseUnknownRoute(): RequestHandler {
  return (_request, _response, next) =>
    next(new AssistantError('NOT_FOUND', 'There is nothing at this address'));
}

/** Answers what Node refuses before there is a request: broken syntax, too many headers, a client that is too slow. */
export function answerSocketError(error: NodeJS.ErrnoException, socket: Duplex): void {
  if (!socket.writable || error.code === 'ECONNRESET') {
    socket.destroy();
    return;
  }
  const { status, reason, code, detail } = SOCKET_PROBLEMS[error.code ?? ''] ?? MALFORMED;
  writeRawProblem(socket, status, reason, {
    ...toProblem(new AssistantError(code, detail), randomUUID()),
    status,
  });
}

/** We are no proxy. */
export function refuseConnect(_request: IncomingMessage, socket: Duplex): void {
  const problem = toProblem(new AssistantError('METHOD_NOT_ALLOWED', 'CONNECT is not offered'), randomUUID());
  writeRawProblem(socket, 405, 'Method Not Allowed', problem);
}

/** `Expect` with anything but 100-continue. */
export function refuseExpectation(request: IncomingMessage): void {
  const error = new AssistantError('INVALID_ARGUMENT', 'This expectation cannot be met');
  writeRawProblem(request.socket, 417, 'Expectation Failed', {
    ...toProblem(error, randomUUID()),
    status: 417,
  });
}

/** Answers on a bare socket and closes it. */
function writeRawProblem(socket: Duplex, status: number, reason: string, problem: Problem): void {
  const body = JSON.stringify(problem);
  socket.end(
    [
      `HTTP/1.1 ${status} ${reason}`,
      `Content-Type: ${PROBLEM_CONTENT_TYPE}`,
      `Content-Length: ${Buffer.byteLength(body)}`,
      `X-Request-Id: ${problem.requestId}`,
      'Cache-Control: no-store',
      'X-Content-Type-Options: nosniff',
      'Connection: close',
      '',
      body,
    ].join('\r\n'),
  );
}

interface SocketProblem {
  readonly status: number;
  readonly reason: string;
  readonly code: ErrorCode;
  readonly detail: string;
}

const MALFORMED: SocketProblem = {
  status: 400,
  reason: 'Bad Request',
  code: 'INVALID_ARGUMENT',
  detail: 'This is not a valid HTTP request',
};

const SOCKET_PROBLEMS: Readonly<Record<string, SocketProblem>> = {
  HPE_HEADER_OVERFLOW: {
    status: 431,
    reason: 'Request Header Fields Too Large',
    code: 'INVALID_ARGUMENT',
    detail: 'The headers are larger than 16 kB',
  },
  ERR_HTTP_REQUEST_TIMEOUT: {
    status: 408,
    reason: 'Request Timeout',
    code: 'INVALID_ARGUMENT',
    detail: 'The request did not arrive in time',
  },
};

import { connect } from 'node:net';
import { expect, it } from 'vitest';
import { startConversation, startTestServer } from '../support/http.ts';
import { createScriptedChat } from '../support/scripted-chat.ts';

it('cuts a client that falls too far behind, and finishes its turn', async () => {
  const chat = createScriptedChat({ answer: (turn) => ({ ...turn, text: 'x'.repeat(20_000_000) }) });
  const { url, port } = await startTestServer({ chat });
  const { path, token, conversationId } = await startConversation(url);
  const body = JSON.stringify({ text: 'a' });
  const closed = Promise.withResolvers<void>();
  const socket = connect(port, '127.0.0.1', () =>
    socket.write(
      [
        `POST ${new URL(path).pathname}/messages HTTP/1.1`,
        'Host: x',
        `Authorization: Bearer ${token}`,
        'Content-Type: application/json',
        'Accept: text/event-stream',
        `Content-Length: ${body.length}`,
        '',
        body,
      ].join('\r\n'),
    ),
  );
  socket.pause();
  socket.on('close', () => closed.resolve());
  socket.on('error', () => undefined);
  await expect
    .poll(() => chat.conversations.get(conversationId)?.messages.length, { timeout: 15_000 })
    .toBe(1);
  socket.resume();
  await closed.promise;
  expect(socket.bytesRead).toBeLessThan(15_000_000);
});

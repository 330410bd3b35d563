import * as z from 'zod';

export const eventStreamSchema = z.string().meta({
  id: 'EventStream',
  description: [
    'Server-sent events, each with an id: reply-start {messageId, language}; products-available {products};',
    'reply-delta {text}; question {question}; chips {chips}; cart-changed {cart}; handoff {handoff}; reply-end, the whole Turn;',
    'turn-error, a Problem. A comment line keeps the connection. Resume with GET and Last-Event-ID.',
  ].join(' '),
});

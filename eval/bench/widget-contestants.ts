/** A chat on a page of its own, and how it is used there. */
export interface Contestant {
  readonly name: string;
  /** Packages it is taken from; none for ours. */
  readonly packages: readonly string[];
  readonly html: string;
  /** What a shopper clicks first. */
  readonly first: string;
  /** Where one writes. */
  readonly composer: string;
  /** What is seen with the words of the reply, where products are. */
  readonly products?: string;
}

export const REPLY = 'Here are three warm scarves.';

/** With the reply, for who shows products: with a reason, a sale and a rating, as a shop has them. */
export const PRODUCTS = ['Lambswool scarf', 'Merino scarf', 'Alpaca shawl'].map((title, index) => ({
  productId: `scarf-${index}`,
  title,
  category: ['Accessories'],
  price: { amountMinor: 3_900, currency: 'USD', formatted: '$39.00' },
  listPrice: { amountMinor: 4_900, currency: 'USD', formatted: '$49.00' },
  availability: 'in-stock',
  stock: 3,
  url: `https://shop.example/scarf-${index}`,
  attributes: { rating: ['4.5'] },
  reasons: ['It is made of wool'],
  parts: [{ signal: 'text', contribution: 0.8 }],
}));

const page = (title: string, body: string) =>
  `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>${title}</title></head><body><h1>A shop</h1>${body}</body></html>`;

/** Each answers at once with the same words, so that only the browser's side is measured. */
export const CONTESTANTS: readonly Contestant[] = [
  {
    name: 'floorwalker',
    packages: [],
    html: page('floorwalker', '<script type="module" src="/widget.js"></script>'),
    first: 'button.launcher',
    composer: 'floorwalker-panel textarea',
    products: '.reply[aria-busy="false"] .card',
  },
  {
    name: 'deep-chat',
    packages: ['deep-chat'],
    html: page(
      'deep-chat',
      `<deep-chat id="chat"></deep-chat><script type="module" src="/packages/deep-chat/dist/deepChat.bundle.js"></script>
       <script type="module">document.getElementById('chat').connect = { handler: (_, signals) => signals.onResponse({ text: '${REPLY}' }) };</script>`,
    ),
    first: 'deep-chat #text-input',
    composer: 'deep-chat #text-input',
  },
  {
    name: 'botframework-webchat',
    packages: ['botframework-webchat'],
    html: page(
      'botframework-webchat',
      `<div id="chat" style="height:600px"></div><script src="/packages/botframework-webchat/dist/webchat.js"></script>
       <script>
         const observable = (start) => ({ subscribe(given) {
           const observer = typeof given === 'function' ? { next: given } : given;
           start(observer);
           return { unsubscribe() {} };
         } });
         let toChat;
         const now = () => new Date().toISOString();
         const directLine = {
           connectionStatus$: observable((observer) => { observer.next(0); observer.next(1); observer.next(2); }),
           activity$: observable((observer) => { toChat = observer; }),
           postActivity: (activity) => observable((observer) => {
             const id = 'a-' + Math.random();
             observer.next(id);
             observer.complete?.();
             setTimeout(() => {
               toChat.next({ ...activity, id, timestamp: now() });
               toChat.next({ type: 'message', id: id + '-reply', from: { id: 'bot', role: 'bot' }, text: '${REPLY}', timestamp: now() });
             });
           }),
           end() {},
         };
         WebChat.renderWebChat({ directLine, userID: 'shopper' }, document.getElementById('chat'));
       </script>`,
    ),
    first: '[data-testid="send box text area"], .webchat__send-box-text-box__input',
    composer: '[data-testid="send box text area"], .webchat__send-box-text-box__input',
  },
];

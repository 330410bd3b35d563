import { html, nothing, type TemplateResult } from 'lit/html.js';
import type { OrderStatus } from '../../domain/commerce.ts';
import type { OrderView } from '../../domain/order-view.ts';
import type { ListContext } from '../list-context.ts';
import { safeAddress } from '../safe-address.ts';
import { formatDay } from './format-details.ts';

export { orderStyles as styles } from '../order-styles.ts';

const WAY = ['pending', 'processed', 'shipped', 'delivered'] as const;

/** What an order went through and what is still to come; an end that is not on the usual way stands after what was. */
const STEPS: Readonly<Record<OrderStatus, readonly (typeof WAY)[number][]>> = {
  pending: WAY,
  processed: WAY,
  shipped: WAY,
  delivered: WAY,
  cancelled: ['pending'],
  'return-requested': WAY,
  'exchange-requested': WAY,
};

/** An order as its customer may see it: where it is, what is in it, where it goes, how it was paid. */
export function orderCard(order: OrderView, list: ListContext): TemplateResult {
  const { label, locale } = list;
  const { orderNumber, placedAt, lines, address } = order;
  const number = label('orderNumber', { number: orderNumber });
  return html`
    <section class="order" role="group" aria-label=${number}>
      <div class="order-head">
        <h4 dir="auto">${number}</h4>
        ${placedAt === undefined ? nothing : html`<p class="quiet-text">${label('placedAt', { date: formatDay(placedAt, locale) })}</p>`}
      </div>
      ${statusSteps(order, list)}
      <ul class="order-lines">
        ${lines.map(
          (line) => html`<li>
            <span class="order-quantity">${line.quantity} ×</span>
            <span class="order-title" dir="auto">${line.title}${line.options === '' ? nothing : html`<span class="quiet-text">${line.options}</span>`}</span>
            <span class="price">${line.quantity === 1 ? line.unitPrice.formatted : label('each', { price: line.unitPrice.formatted })}</span>
          </li>`,
        )}
      </ul>
      ${shipments(order, list)}
      ${
        address.length === 0
          ? nothing
          : html`<h5>${label('deliveredTo')}</h5>
            <address>${address.map((row) => html`<span dir="auto">${row}</span>`)}</address>`
      }
      ${payments(order, list)}
    </section>
  `;
}

function statusSteps(
  { status, statusLabel, deliveredAt }: OrderView,
  { label, locale }: ListContext,
): TemplateResult {
  const way = STEPS[status] ?? [];
  const at = (way as readonly string[]).indexOf(status);
  const steps = way.map((step, index) => ({
    name: index === at ? statusLabel : label(`step-${step}`),
    state: at === -1 || index < at ? 'done' : index === at ? 'now' : 'later',
  }));
  const all = at === -1 ? [...steps, { name: statusLabel, state: 'now' }] : steps;
  return html`
    <ol class="status" aria-label=${label('orderStatus')}>
      ${all.map(
        ({ name, state }) => html`<li class=${state} aria-current=${state === 'now' ? 'step' : nothing}>
          <span>${name}</span>${state === 'done' ? html`<span class="unseen"> (${label('stepDone')})</span>` : nothing}
        </li>`,
      )}
    </ol>
    ${deliveredAt === undefined ? nothing : html`<p class="quiet-text">${label('deliveredAt', { date: formatDay(deliveredAt, locale) })}</p>`}
  `;
}

function shipments(
  { shipments: sent }: OrderView,
  { label, server }: ListContext,
): TemplateResult | typeof nothing {
  if (sent.length === 0) return nothing;
  return html`<h5>${label('shipments')}</h5>
    <ul class="plain-rows">
      ${sent.map(({ trackingIds, carrier, url }) => {
        const address = safeAddress(url, server);
        const words = [carrier, ...trackingIds].filter((word) => word !== undefined).join(' ');
        return html`<li>
          <span dir="auto">${words}</span>
          ${address === undefined ? nothing : html`<a href=${address} target="_blank" rel="noopener noreferrer">${label('track')}<span class="unseen"> ${words} (${label('newTab')})</span></a>`}
        </li>`;
      })}
    </ul>`;
}

function payments({ payments: paid }: OrderView, { label }: ListContext): TemplateResult | typeof nothing {
  if (paid.length === 0) return nothing;
  return html`<h5>${label('payments')}</h5>
    <ul class="plain-rows">
      ${paid.map(({ kind, amount }) => html`<li>${label(kind, { amount: amount.formatted })}</li>`)}
    </ul>`;
}

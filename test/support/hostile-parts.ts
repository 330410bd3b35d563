import type { CartLineView } from '../../src/domain/cart.ts';
import type { ProductDetail, Turn } from '../../src/domain/turn.ts';
import { basketLine } from './scripted-basket.ts';
import { createScriptedDepartments } from './scripted-chat.ts';
import { SCRIPTED_CONFIRMATION, SCRIPTED_ORDER } from './scripted-orders.ts';

/** An order, its confirmation and the sources of an answer, or a comparison, with a payload wherever a word may stand. */
export function hostileParts(
  payload: string,
  compares: boolean,
): Pick<Turn, 'order' | 'confirmation' | 'sources' | 'comparison'> {
  const row = { attribute: payload, label: payload, values: Array.from({ length: 5 }, () => payload) };
  return {
    order: {
      ...SCRIPTED_ORDER,
      orderNumber: payload,
      statusLabel: payload,
      placedAt: payload,
      deliveredAt: payload,
      lines: SCRIPTED_ORDER.lines.map((line) => ({ ...line, title: payload, options: payload })),
      address: [payload, payload],
      shipments: [{ trackingIds: [payload], carrier: payload, url: payload, lineIds: [] }],
    },
    confirmation: { ...SCRIPTED_CONFIRMATION, effects: [payload] },
    sources: [{ title: payload, heading: payload, url: payload, passage: payload, updatedAt: payload }],
    ...(compares && { comparison: { attributes: [row] } }),
  };
}

export function hostileLine(payload: string, index: number): CartLineView {
  return {
    ...basketLine('scarf-1', 1, `line-${index}`),
    title: payload,
    imageUrl: payload,
    options: [{ attribute: payload, label: payload, value: payload }],
  };
}

/** Departments whose products come in variants that are named by payloads. */
export function hostileDepartments(): ReturnType<typeof createScriptedDepartments> {
  const departments = createScriptedDepartments();
  return {
    ...departments,
    async product(productId, place): Promise<ProductDetail> {
      const detail = await departments.product(productId, place);
      const payloads = ['<img src=x onerror="globalThis.broken=1">', 'javascript:globalThis.broken=1'];
      return {
        ...detail,
        variants: payloads.map((payload, index) => ({
          ...detail,
          variantId: `${productId}-${index}`,
          title: payload,
          imageUrl: payload,
          attributes: { [payloads[0] ?? '']: [payload] },
        })),
        attributeLabels: { [payloads[0] ?? '']: payloads[0] ?? '' },
      };
    },
  };
}

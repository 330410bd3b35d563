import type { ProductReference } from '../domain/command.ts';
import type { ModelVocabulary } from './model-parser.ts';
import type { ModelReference } from './model-parser-parts.ts';
import type { Grounding } from './model-parser-words.ts';

/** Only products on screen or on the page can be meant. */
export function toReference(
  said: ModelReference,
  { vocabulary, language, context }: Grounding,
): ProductReference[] {
  switch (said.kind) {
    case 'ordinal':
      return said.position === null || said.position === 0
        ? []
        : [
            {
              kind: 'ordinal',
              position: said.position,
              ...(said.list === null || said.list <= 0 ? {} : { list: said.list }),
            },
          ];
    case 'attribute': {
      if (said.attribute === null || said.value === null) return [];
      const { attribute, value, known } = vocabulary.ground(said.attribute, said.value, language);
      return known ? [{ kind: 'attribute', attribute, value }] : [];
    }
    case 'extreme':
      return toExtreme(said, vocabulary);
    case 'product': {
      const onScreen = [
        ...context.state.shown.map((shown) => shown.productId),
        context.state.focus,
        context.pageProductId,
      ];
      return said.productId !== null && onScreen.includes(said.productId)
        ? [{ kind: 'product', productId: said.productId }]
        : [];
    }
    case 'focus':
    case 'earlier':
    case 'other':
    case 'basket':
      return [{ kind: said.kind }];
  }
}

/** "The lightest" needs an attribute of the shop. */
function toExtreme({ extreme, attribute }: ModelReference, vocabulary: ModelVocabulary): ProductReference[] {
  if (extreme === null) return [];
  if (extreme === 'cheapest' || extreme === 'dearest') return [{ kind: 'extreme', of: extreme }];
  return attribute !== null && vocabulary.isAttribute(attribute)
    ? [{ kind: 'extreme', of: extreme, attribute }]
    : [];
}

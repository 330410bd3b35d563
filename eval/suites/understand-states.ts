import type { DialogueState, ShownProduct } from '../../src/domain/dialogue-state.ts';
import type { Constraint } from '../../src/domain/need.ts';

const said = (attribute: string, value: string): Constraint => ({
  attribute,
  operator: 'eq',
  value,
  strength: 'hard',
  words: value,
  confidence: 0.9,
  sourceTurn: 1,
  known: true,
});

/** Of the scarves on screen. */
const RATED = ['4.6', '3.9', '4.1', '4.8'].map((rating) => ({ rating: [rating], 'rating-count': ['12'] }));

const shown = (color: string, position: number): ShownProduct => ({
  productId: `scarf-${position + 1}`,
  variantId: `scarf-${position + 1}`,
  title: `Scarf ${position + 1}`,
  priceMinor: 1900 + 700 * position,
  currency: 'EUR',
  attributes: { color: [color], material: ['wool'], ...RATED[position] },
});

const shownBackpack = (color: string, position: number): ShownProduct => ({
  productId: `backpack-${position + 1}`,
  variantId: `backpack-${position + 1}`,
  title: `Backpack ${position + 1}`,
  priceMinor: 1900 + 700 * position,
  currency: 'EUR',
  attributes: {
    color: [color],
    material: ['canvas'],
    capacity: [['15 l', '20 l', '25000 ml'][position] ?? '30 l'],
    weight: [['600 g', '0.8 kg', '900 g'][position] ?? '1.4 kg'],
  },
});

const NOTHING_YET: DialogueState = {
  turn: 0,
  language: 'en',
  need: { query: '', constraints: [] },
  shown: [],
  seen: [],
  handedOff: false,
  opened: [],
};

/** Conversations that the cases continue, by name. */
export const UNDERSTAND_STATES: Readonly<Record<string, DialogueState>> = {
  none: NOTHING_YET,
  scarves: {
    ...NOTHING_YET,
    turn: 1,
    need: { query: '', constraints: [said('type', 'scarf')] },
    shown: ['red', 'blue', 'green', 'black'].map(shown),
    seen: ['scarf-1', 'scarf-2', 'scarf-3', 'scarf-4'],
  },
  /** Two backpacks are on screen, the first was talked about last; scarves were shown before. */
  backpacks: {
    ...NOTHING_YET,
    turn: 2,
    need: { query: '', constraints: [said('type', 'backpack')] },
    shown: ['green', 'black'].map(shownBackpack),
    seen: ['backpack-1', 'backpack-2'],
    screens: [['red', 'blue', 'green', 'black'].map(shown)],
    past: [{ query: '', constraints: [said('type', 'scarf')] }],
    focus: 'backpack-1',
    earlierFocus: 'scarf-2',
  },
  /** Jackets are wanted; the assistant has just asked in which colour, and offers red, blue and black. */
  offered: {
    ...NOTHING_YET,
    turn: 1,
    need: { query: '', constraints: [said('type', 'jacket')] },
    question: {
      attribute: 'color',
      options: ['red', 'blue', 'black'].map((color) => ({
        label: color,
        constraints: [said('color', color)],
      })),
      inARow: 1,
      turn: 1,
    },
  },
  /** Nothing was wanted yet; the number of red jackets was asked for. */
  asked: {
    ...NOTHING_YET,
    turn: 1,
    asked: {
      question: 'count',
      need: { query: '', constraints: [said('type', 'jacket'), said('color', 'red')] },
    },
  },
};

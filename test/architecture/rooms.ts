/**
 * Who may import whom. A room is added here (and to the table in README.md) before it is built.
 * `*` is every room. `src/widget` is special: browser code, which may take types only.
 */
const BASE = ['src/errors', 'src/domain', 'src/ports', 'src/text'];

export const ROOMS: Readonly<Record<string, readonly string[]>> = {
  'src/errors': [],
  'src/domain': ['src/errors'],
  'src/ports': ['src/errors', 'src/domain'],
  'src/text': ['src/errors', 'src/domain'],
  'src/understanding': [...BASE, 'prompts'],
  'src/dialogue': BASE,
  'src/retrieval': BASE,
  'src/recommendation': BASE,
  'src/ranking': BASE,
  'src/experiments': BASE,
  'src/reply': [...BASE, 'prompts'],
  'src/catalog': BASE,
  'src/customers': BASE,
  'src/commerce': BASE,
  'src/knowledge': BASE,
  'src/usage': BASE,
  'src/demo': BASE,
  'src/chat': [
    ...BASE,
    'src/understanding',
    'src/dialogue',
    'src/retrieval',
    'src/recommendation',
    'src/ranking',
    'src/reply',
    'src/catalog',
    'src/customers',
    'src/experiments',
    'src/commerce',
    'src/knowledge',
    'src/usage',
  ],
  'src/config': ['src/errors'],
  'src/server': ['src/errors', 'src/domain', 'src/ports', 'src/chat', 'src/customers', 'src/config'],
  'src/assembly': ['*'],
  'src/cli': [
    'src/errors',
    'src/domain',
    'src/config',
    'src/assembly',
    'src/catalog',
    'src/recommendation',
    'src/chat',
    'connectors',
  ],
  'src/widget': ['src/domain'],
  'src/main.ts': ['*'],
  connectors: ['src/errors', 'src/domain', 'src/ports'],
  prompts: ['src/errors', 'src/ports'],
  eval: ['*'],
};

/** Packages that stay behind one door. */
export const VENDOR_DOORS: Readonly<Record<string, readonly string[]>> = {
  express: ['src/server/'],
  openai: ['connectors/chat-model/', 'connectors/embedding-model/'],
  langchain: ['connectors/chat-model/', 'connectors/embedding-model/'],
  '@langchain/': ['connectors/chat-model/', 'connectors/embedding-model/'],
  '@qdrant/js-client-rest': ['connectors/product-index/qdrant.ts', 'connectors/product-index/qdrant/'],
  botbuilder: ['connectors/channel/bot-framework.ts'],
  'node:sqlite': ['connectors/database/'],
  lit: ['src/widget/'],
  commander: ['src/cli/', 'eval/'],
  minisearch: ['eval/'],
  '@orama/orama': ['eval/'],
};

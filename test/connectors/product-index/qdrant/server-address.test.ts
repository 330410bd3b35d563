import { expect, it } from 'vitest';
import { toServerAddress } from '../../../../connectors/product-index/qdrant/server-address.ts';

it.each([
  ['http://localhost', { url: 'http://localhost', prefix: '', port: 6333 }],
  ['http://localhost:7000/', { url: 'http://localhost:7000', prefix: '', port: 7000 }],
  ['https://search.example', { url: 'https://search.example', prefix: '', port: 6333 }],
  ['https://search.example:443', { url: 'https://search.example', prefix: '', port: 443 }],
  ['http://search.example:80/', { url: 'http://search.example', prefix: '', port: 80 }],
  ['HTTPS://search.example:443/a/b/', { url: 'https://search.example', prefix: '/a/b', port: 443 }],
  ['http://[::1]', { url: 'http://[::1]', prefix: '', port: 6333 }],
  ['http://[::1]:7000', { url: 'http://[::1]:7000', prefix: '', port: 7000 }],
])('reads %s with its port and path', (url, address) => {
  expect(toServerAddress(url)).toEqual(address);
});

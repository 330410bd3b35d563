import { expect, it } from 'vitest';
import {
  toMailingAddress,
  toPostalAddress,
} from '../../../../connectors/commerce-backend/shopify/postal-address.ts';

const ADDRESS = { line1: 'Gasse 2', city: 'Wien', postalCode: '1010', country: 'AT' };

it.each([
  ['at', 'AT'],
  ['Österreich', 'AT'],
  ['Autriche', 'AT'],
  ['日本', 'JP'],
  ['united states', 'US'],
])('finds the code of %s', (country, countryCode) => {
  expect(toMailingAddress({ ...ADDRESS, country })).toMatchObject({ countryCode });
});

it('writes no address that would lose a part', () => {
  expect(toMailingAddress({ ...ADDRESS, country: 'Atlantis' })).toBeUndefined();
  expect(toMailingAddress({ ...ADDRESS, region: 'Lower Austria' })).toBeUndefined();
  expect(toMailingAddress({ ...ADDRESS, country: 'US', region: 'tx' })).toMatchObject({ provinceCode: 'TX' });
});

it('parts a name at its last word', () => {
  expect(toMailingAddress({ ...ADDRESS, name: 'Ann Mary Example' })).toMatchObject({
    firstName: 'Ann Mary',
    lastName: 'Example',
  });
  expect(toMailingAddress({ ...ADDRESS, name: 'Madonna' })).toMatchObject({ lastName: 'Madonna' });
});

it('reads an address without what it does not tell', () => {
  expect(
    toPostalAddress({
      id: '1',
      name: null,
      address1: 'Gasse 2',
      city: 'Wien',
      zip: '1010',
      countryCodeV2: 'AT',
    }),
  ).toEqual(ADDRESS);
});

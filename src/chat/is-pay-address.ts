/** Whether an address may be opened by a shopper who wants to pay: on the web, without anybody's name or password in it. */
export function isPayAddress(url: string): boolean {
  const address = URL.parse(url);
  if (address === null || address.username !== '' || address.password !== '') return false;
  return address.protocol === 'https:' || address.protocol === 'http:';
}

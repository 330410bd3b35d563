/**
 * Fetches a module of ours into the page's modules, where a later `import()` finds it.
 *
 * @param hash Of Subresource Integrity (base64 of SHA-256). A file with another hash is refused by the browser and does not run.
 * @returns Rejected when it cannot be had, or is not what was published.
 */
export async function preloadIntact(address: string, hash: string): Promise<void> {
  const link = document.createElement('link');
  const { nonce } = document.querySelector<HTMLScriptElement>('script[nonce]') ?? link;
  const integrity = `sha256-${hash}`;
  const arrival = new Promise((onload, onerror) => {
    Object.assign(link, {
      rel: 'modulepreload',
      crossOrigin: '',
      integrity,
      nonce,
      onload,
      onerror,
      href: address,
    });
  });
  document.head.append(link);
  await arrival.finally(() => link.remove());
}

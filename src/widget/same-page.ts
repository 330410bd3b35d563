/** Whether both are addresses of one path; what is none is no page. */
export function samePage(url: string | undefined, address: string): boolean {
  const [page, stated] = [parseAddress(address), parseAddress(url, address)];
  if (page === undefined || stated === undefined || url?.startsWith('#') === true) return false;
  return page.pathname === stated.pathname && (stated.search === '' || stated.search === page.search);
}

export const parseAddress = (url: string | undefined, base?: string): URL | undefined =>
  url !== undefined && URL.canParse(url, base) ? new URL(url, base) : undefined;

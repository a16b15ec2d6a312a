/** The address: `#/page?filter=value`. What can be seen can be bookmarked and sent. */

/** {page, params} of the address now; the overview when there is none. */
export function route() {
  const [path, query = ''] = location.hash.replace(/^#\/?/, '').split('?');
  return { page: path || 'overview', params: new URLSearchParams(query) };
}

/** The address of a page with filters; empty ones are left out. */
export function to(page, filters = {}) {
  const query = new URLSearchParams(Object.entries(filters).filter(([, v]) => v !== '' && v != null));
  return query.size ? `#/${page}?${query}` : `#/${page}`;
}

/** Changes filters in place, without a step in the history. */
export function refine(page, filters) {
  history.replaceState(null, '', to(page, filters));
  dispatchEvent(new HashChangeEvent('hashchange'));
}

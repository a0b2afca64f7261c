/**
 * Has every request for a file of an index say which index it is for, so that a worker never answers from another edition than the
 * page's own. `folder` is a whole address; `index` the digest of what lies there.
 */
export function markRequests(folder: string, index: string): void {
  const fetchAny = window.fetch.bind(window);
  window.fetch = (input, init) => {
    const url = new URL(input instanceof Request ? input.url : input, location.href);
    if (!url.href.startsWith(folder)) return fetchAny(input, init);
    url.searchParams.set('index', index);
    return fetchAny(url, init);
  };
}

/**
 * What the MDN HTTP Observatory adds and takes away for the headers of an answer, as its scoring of August 2026 has it
 * (github.com/mdn/mdn-http-observatory, src/grader/charts.js and src/analyzer/tests). The site is taken to be served by
 * https, to send http there, to load its own scripts only and without digests, and to set no cookie.
 */
export function scoreHeaders(headers: ReadonlyMap<string, string>): number {
  const policy = new Map(
    (headers.get('content-security-policy') ?? '').split(/;\s*/).map((part) => {
      const [name = '', ...sources] = part.trim().split(/\s+/);
      return [name, sources];
    }),
  );
  const parts = [
    scorePolicy(policy),
    scoreFrames(policy, headers.get('x-frame-options')),
    scoreTransport(headers.get('strict-transport-security')),
    /^(?:no-referrer|same-origin|strict-origin|strict-origin-when-cross-origin)$/.test(headers.get('referrer-policy') ?? '') ? 5 : 0,
    headers.get('x-content-type-options') === 'nosniff' ? 0 : -5,
    /^same-(?:origin|site)$/.test(headers.get('cross-origin-resource-policy') ?? '') ? 10 : 0,
    /^(?:same-origin|same-origin-allow-popups|noopener-allow-popups)$/.test(headers.get('cross-origin-opener-policy') ?? '') ? 10 : 0,
    /^(?:require-corp|credentialless)$/.test(headers.get('cross-origin-embedder-policy') ?? '') ? 10 : 0,
  ];
  const faults = parts.filter((part) => part < 0).reduce((sum, part) => sum + part, 100);
  // What is done beyond the necessary counts only where nothing much is missing.
  return faults < 90 ? faults : parts.filter((part) => part > 0).reduce((sum, part) => sum + part, faults);
}

function scorePolicy(policy: ReadonlyMap<string, string[]>): number {
  if (policy.size === 1 && policy.has('')) return -25;
  const sourcesOf = (name: string) => policy.get(name) ?? policy.get('default-src') ?? ['*'];
  const [script, object, style] = [sourcesOf('script-src'), sourcesOf('object-src'), sourcesOf('style-src')];
  const broad = ['*', 'http:', 'https:', 'ftp:', 'data:'];
  if (script.some((source) => ["'unsafe-inline'", ...broad].includes(source)) || object.some((source) => broad.includes(source)))
    return -20;
  if ([...policy.values()].flat().some((source) => /^(?:http|ftp):/.test(source))) return -20;
  if ([...script, ...style].includes("'unsafe-eval'")) return -10;
  if (style.some((source) => ["'unsafe-inline'", ...broad].includes(source))) return 0;
  return policy.get('default-src')?.join(' ') === "'none'" ? 10 : 5;
}

function scoreFrames(policy: ReadonlyMap<string, string[]>, option: string | undefined): number {
  if (policy.has('frame-ancestors')) return policy.get('frame-ancestors')?.includes('*') ? -20 : 5;
  return /^(?:deny|sameorigin)$/i.test(option ?? '') ? 5 : -20;
}

const scoreTransport = (header: string | undefined): number => {
  const [, age] = /max-age=(\d+)/.exec(header ?? '') ?? [];
  return age === undefined ? -20 : Number(age) >= 15_768_000 ? 0 : -10;
};

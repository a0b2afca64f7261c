/**
 * What a page may load and run: itself and nothing else. Pagefind needs `wasm-unsafe-eval`, and the worker that keeps
 * the site for reading without a connection is registered through the one policy of Trusted Types.
 */
const DIRECTIVES = [
  "default-src 'none'",
  "script-src 'self' 'wasm-unsafe-eval'",
  "style-src 'self'",
  "img-src 'self'",
  "font-src 'self'",
  "connect-src 'self'",
  "manifest-src 'self'",
  "worker-src 'self'",
  "form-action 'self'",
  "base-uri 'none'",
  "require-trusted-types-for 'script'",
  'trusted-types upheld-worker',
] as const;

/** The policy that a page can carry itself. A page cannot say who may frame it; that takes a header. */
export const contentPolicy: string = DIRECTIVES.join('; ');

/** The policy as a header: ours are framed by nobody, those that are made for it by anybody. */
export const framedPolicy = (framed: boolean): string => `${contentPolicy}; frame-ancestors ${framed ? '*' : "'none'"}`;

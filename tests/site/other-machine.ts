/** Settings under which a build runs as on another machine: zone, language, clock, and no network at all. */

// Given to Node by a variable, so that every process and thread of the build has it.
const PRELOAD = `
const real = Date;
const shift = real.UTC(2071, 5, 7) - real.now();
globalThis.Date = class Date extends real {
  constructor(...args) { args.length === 0 ? super(real.now() + shift) : super(...args); }
  static now() { return real.now() + shift; }
};
const { Socket } = await import('node:net');
const { connect } = Socket.prototype;
Socket.prototype.connect = function (...args) {
  const [target] = Array.isArray(args[0]) ? args[0] : args;
  if (target?.path || ['127.0.0.1', '::1', 'localhost'].includes(target?.host ?? 'localhost')) return connect.apply(this, args);
  console.error('The build asks for ' + target.host);
  process.exit(9);
};
`;

export const BUILD_YEAR = '2071';

export const otherMachine = {
  TZ: 'Pacific/Kiritimati',
  LANG: 'tr_TR.UTF-8',
  LC_ALL: 'tr_TR.UTF-8',
  NODE_OPTIONS: `--import=data:text/javascript,${encodeURIComponent(PRELOAD)}`,
};

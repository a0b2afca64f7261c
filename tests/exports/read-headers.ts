type Read = (path: string) => Map<string, string>;

const toPattern = (path: string) => new RegExp(`^${path.replace(/[.+?^${}()|[\]\\]/g, '\\$&').replaceAll('*', '.*')}$`);

/** Reads a `_headers` file as Netlify (`last`) and Cloudflare (`join`) do. */
export function readHeadersFile(text: string, where: 'last' | 'join'): Read {
  const rules: { pattern: RegExp; headers: [string, string][] }[] = [];
  for (const line of text.split('\n')) {
    if (line.startsWith('/')) rules.push({ pattern: toPattern(line.trim()), headers: [] });
    const [, name, value] = /^ {2}([\w-]+): (.*)$/.exec(line) ?? [];
    if (name && value) rules.at(-1)?.headers.push([name.toLowerCase(), value]);
  }
  return (path) => {
    const found = new Map<string, string>();
    for (const [name, value] of rules.filter(({ pattern }) => pattern.test(path)).flatMap(({ headers }) => headers)) {
      found.set(name, where === 'join' && found.has(name) ? `${found.get(name)}, ${value}` : value);
    }
    return found;
  };
}

/** Reads the lines for nginx as it would carry them out: in order, variables last set. */
export const readNginx =
  (text: string): Read =>
  (path) => {
    const variables = new Map<string, string>();
    const found = new Map<string, string>();
    for (const line of text.split('\n')) {
      const [, condition, variable, set] = /^(?:if \(\$uri ~ (\S+)\) \{ )?set (\$\w+) "(.*)";(?: \})?$/.exec(line) ?? [];
      if (variable && set !== undefined && (!condition || new RegExp(condition).test(path))) variables.set(variable, set);
      const [, name, quoted, used] = /^add_header ([\w-]+) (?:"(.*)"|(\$\w+)) always;$/.exec(line) ?? [];
      if (name) found.set(name.toLowerCase(), quoted ?? variables.get(used ?? '') ?? '');
    }
    return found;
  };

/** Reads the lines for Caddy. */
export const readCaddy =
  (text: string): Read =>
  (path) => {
    const matchers = new Map<string, boolean>();
    const found = new Map<string, string>();
    for (const line of text.split('\n')) {
      const [, matcher, not, pattern] = /^(@\w+) (not )?path (\S+)$/.exec(line) ?? [];
      if (matcher && pattern) matchers.set(matcher, toPattern(pattern).test(path) !== Boolean(not));
      const [, when, name, value] = /^(?:\t|header (@\w+) )([\w-]+) "(.*)"$/.exec(line) ?? [];
      if (name && value !== undefined && (!when || matchers.get(when))) found.set(name.toLowerCase(), value);
    }
    return found;
  };

const NAME = String.raw`[^\s"'<>/=]+`;
const VALUE = String.raw`"[^"]*"|'[^']*'|[^\s"'<>]+`;
const COMMENT_OR_TAG = String.raw`<!--[\s\S]*?-->|<(\/?)([a-z][a-z0-9-]*)((?:\s+${NAME}(?:\s*=\s*(?:${VALUE}))?)*)\s*\/?>`;
const ATTRIBUTE = new RegExp(String.raw`(\s+)(${NAME})(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'<>]+)))?`, 'g');

const decode = (text: string) => text.replace(/&(?:#38|#x26|amp);/g, '&').replace(/&(?:#34|#x22|quot);/g, '"');
const encode = (text: string) => text.replaceAll('&', '&amp;').replaceAll('"', '&quot;');

/** A tag as it stands in a page. */
export interface Tag {
  /** In lower case. */
  name: string;
  closes: boolean;
  source: string;
  /** Where it stands in the page. */
  index: number;
  /** The attributes as they stand, with the space before them. */
  attributes: string;
}

/** Every tag of a page that a build wrote, in turn; what stands in comments, scripts and styles is no tag. */
export function* listTags(html: string): Generator<Tag, void> {
  const pattern = new RegExp(COMMENT_OR_TAG, 'gi');
  for (let match = pattern.exec(html); match; match = pattern.exec(html)) {
    const [source, slash, written, attributes = ''] = match;
    if (written === undefined) continue;
    const name = written.toLowerCase();
    const closes = slash === '/';
    if (!closes && (name === 'script' || name === 'style')) {
      const close = html.indexOf(`</${name}`, pattern.lastIndex);
      pattern.lastIndex = close < 0 ? html.length : close;
    }
    yield { name, closes, source, index: match.index, attributes };
  }
}

/** A page with something else in the place of its tags. */
export function replaceTags(html: string, change: (tag: Tag) => string): string {
  let changed = '';
  let from = 0;
  for (const tag of listTags(html)) {
    changed += html.slice(from, tag.index) + change(tag);
    from = tag.index + tag.source.length;
  }
  return changed + html.slice(from);
}

/** The attributes of a tag by their names in lower case. */
export function readAttributes(attributes: string): Map<string, string> {
  return new Map(
    [...attributes.matchAll(ATTRIBUTE)].map(([, , name = '', double, single, bare]) => [
      name.toLowerCase(),
      decode(double ?? single ?? bare ?? ''),
    ]),
  );
}

/** A tag with other attributes: `change` gives the new value of each, the old one to leave it as it stands, or nothing to leave it out. */
export function replaceAttributes({ source, attributes }: Tag, change: (name: string, value: string) => string | undefined): string {
  const changed = attributes.replace(
    ATTRIBUTE,
    (attribute, space: string, name: string, double?: string, single?: string, bare?: string) => {
      const value = decode(double ?? single ?? bare ?? '');
      const next = change(name.toLowerCase(), value);
      if (next === undefined) return '';
      return next === value ? attribute : `${space}${name}="${encode(next)}"`;
    },
  );
  return source.replace(attributes, () => changed);
}

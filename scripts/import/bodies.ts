import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { normaliseNewlines, splitFile } from '../../src/compile/frontmatter.ts';
import { bodyRoles } from '../../src/schema/body.ts';
import { writeWhole } from './files.ts';
import { mintBodyId } from './mint-ids.ts';
import { writeField, writeBlank } from './yaml-fields.ts';

/** The bodies of a content folder, by every name that they are known under. */
export interface BodyStore {
  /** The body of this printed name; a skeleton is written for a new one. */
  find: (name: string, source: string) => { id: string; advice: string[] };
  /** The ombudsman that made a decision, where one body of the archive must be it. */
  findOmbudsman: () => string | undefined;
}

/** Names that differ in case, marks, "and" for "&" or a "the" in front are one. */
const toKey = (name: string) =>
  name
    .normalize('NFKC')
    .toLowerCase()
    .replace(/&/g, ' and ')
    .replace(/['’]/g, '')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
    .replace(/^the /, '');

const ROLES: readonly [RegExp, (typeof bodyRoles)[number]][] = [
  [/\bombudsman\b/i, 'ombudsman'],
  [/\bintegrated care board\b|\bclinical commissioning group\b|\b(?:icb|ccg)\b/i, 'nhs-commissioner'],
  [/\bnhs (?:foundation )?trust\b/i, 'nhs-trust'],
  [/\bcouncil\b|\bborough of\b/i, 'council'],
];

const findRole = (name: string) => ROLES.find(([pattern]) => pattern.test(name))?.[1];

// What kind of body it is, and not which one.
const KIND_WORDS = new Set([
  'council',
  'borough',
  'district',
  'county',
  'city',
  'metropolitan',
  'london',
  'royal',
  'unitary',
  'of',
  'nhs',
  'foundation',
  'trust',
  'clinical',
  'commissioning',
  'group',
  'integrated',
  'care',
  'board',
  'and',
  'icb',
  'ccg',
]);

/** What is left of a name when a body changes its kind: `Brackenfold Borough Council` and `Brackenfold Council` are alike. */
const toStem = (name: string) =>
  `${findRole(name) ?? ''} ${toKey(name)
    .split(' ')
    .filter((word) => !KIND_WORDS.has(word))
    .join(' ')}`;

function writeSkeleton(name: string, source: string): string {
  const role = findRole(name);
  return [
    '---\n',
    writeField('name', name),
    '## The name used in running text, as "the Council"\n',
    writeField('short', name),
    role ? writeField('role', role) : writeBlank('role', `What it does: one of ${bodyRoles.join(', ')}`),
    writeBlank('duty', 'Under section 117(2): duty-holder (named there), provider (on behalf of one), or none'),
    writeBlank('summary', 'What it is and its part in the case, in your own words'),
    writeField('evidence', [{ source, at: 'page header' }]),
    '---\n',
  ].join('');
}

interface KnownBody {
  id: string;
  names: string[];
  role: unknown;
}

const isText = (value: unknown): value is string => typeof value === 'string';

function readBody(path: string): KnownBody {
  const value = splitFile(path, normaliseNewlines(readFileSync(path, 'utf8'))).frontmatter?.value;
  const read = (name: string): unknown => (value instanceof Object ? Reflect.get(value, name) : undefined);
  const variants: unknown = read('variants');
  return {
    id: basename(path, '.mdx'),
    names: [read('name'), ...(Array.isArray(variants) ? variants : [])].filter(isText),
    role: read('role'),
  };
}

export function openBodies(content: string): BodyStore {
  const folder = join(content, 'bodies');
  const files = existsSync(folder)
    ? readdirSync(folder)
        .filter((name) => name.endsWith('.mdx'))
        .toSorted()
    : [];
  const known = files.map((name) => readBody(join(folder, name)));
  const idByName = new Map(known.flatMap(({ id, names }) => names.map((name) => [toKey(name), id] as const)));
  const idByStem = new Map(known.flatMap(({ id, names }) => names.map((name) => [toStem(name), id] as const)));
  const ids = new Set(known.map(({ id }) => id));
  const ombudsmen = known.filter(
    ({ role, names }) =>
      role === 'ombudsman' && names.some((name) => /^(?:local government and social care ombudsman|lgsco)$/.test(toKey(name))),
  );
  return {
    findOmbudsman: () => (ombudsmen.length === 1 ? ombudsmen[0]?.id : undefined),
    find(name, source) {
      const key = toKey(name);
      const found = idByName.get(key);
      if (found !== undefined) return { id: found, advice: [] };
      const like = idByStem.get(toStem(name));
      const id = mintBodyId(name, ids);
      writeWhole(content, `bodies/${id}.mdx`, writeSkeleton(name, source));
      ids.add(id);
      idByName.set(key, id);
      idByStem.set(toStem(name), id);
      const renamed =
        like === undefined
          ? []
          : [
              `"${name}" may be "${like}" under another name. If it is, add the name to the variants in bodies/${like}.mdx, name ${like} in the statement and delete bodies/${id}.mdx; if it took over from it, say so in "succeeds"`,
            ];
      return { id, advice: [`bodies/${id}.mdx is new: fill in its blanks`, ...renamed] };
    },
  };
}

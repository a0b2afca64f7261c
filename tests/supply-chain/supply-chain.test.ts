import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { toBillOfMaterials } from '../../src/exports/bill-of-materials.ts';
import { isBefore, judgeDirect, judgeLock, listAdvised, listInstallScripts, type Lock } from './judge-lock.ts';

const readJson = (path: string) => JSON.parse(readFileSync(path, 'utf8'));
const lock: Lock = readJson('package-lock.json');
const { dependencies, devDependencies, allowScripts } = readJson('package.json');
const { advisories } = readJson(join(import.meta.dirname, 'advisories.json'));
const nodeDigests: Record<string, string> = readJson(join(import.meta.dirname, 'node-digests.json')).digests;
const sound = { version: '1.0.0', integrity: `sha512-${'A'.repeat(86)}==` };
const lockOf = (entry: object): Lock => ({ lockfileVersion: 3, packages: { '': {}, 'node_modules/a': { ...sound, ...entry } } });

test('every entry of the lock file has its digest and its version, and comes from a registry', () => {
  expect(judgeLock(lock)).toEqual([]);
  expect(Object.keys(lock.packages).length).toBeGreaterThan(100);
});

test.each([
  ['no digest', { integrity: undefined }],
  ['a weak digest', { integrity: 'sha1-2jmj7l5rSw0yVb/vlWAYkK/YBwk=' }],
  ['an address elsewhere', { resolved: 'https://example.org/a.tgz' }],
  ['an address of git', { resolved: 'git+ssh://git@example.org/a.git#1' }],
  ['an address without encryption', { resolved: 'http://registry.example/a/-/a-1.0.0.tgz' }],
  ['a link', { link: true }],
  ['no version', { version: undefined }],
])('an entry with %s is told', (_what, entry) => {
  expect(judgeLock(lockOf(entry))).toHaveLength(1);
  expect(judgeLock(lockOf({ resolved: 'https://registry.example/a/-/a-1.0.0.tgz' }))).toEqual([]);
});

test('no package is of a version that a listed advisory is about', () => {
  expect(listAdvised(lock, advisories)).toEqual([]);
  expect(listAdvised({ lockfileVersion: 3, packages: { 'node_modules/astro': { ...sound, version: '7.2.7' } } }, advisories)).toEqual([
    'node_modules/astro is 7.2.7; a fault is mended in 7.2.8',
  ]);
});

const REFERENCE = /^(?:GHSA(?:-[23456789cfghjmpqrvwx]{4}){3}|https:\/\/github\.com\/[^/]+\/[^/]+\/security\/advisories)$/;

test('every listed advisory says where it was published', () => {
  expect(advisories.filter(({ source }: { source: string }) => !REFERENCE.test(source))).toEqual([]);
  expect(['GHSA-67mh-4wv8-2f99', 'GHSA-67mh-4wv8', 'of a friend'].map((source) => REFERENCE.test(source))).toEqual([true, false, false]);
});

test.each([
  ['7.2.7', '7.2.8', true],
  ['7.2.8', '7.2.8', false],
  ['7.10.0', '7.9.9', false],
  ['7.2.8-beta.1', '7.2.8', true],
  ['8.0.0', '7.2.8', false],
])('%s is before %s: %s', (version, other, is) => {
  expect(isBefore(version, other)).toBe(is);
});

test('no other package than two may run anything when it is installed', () => {
  expect(Object.keys(allowScripts).toSorted()).toEqual(['esbuild', 'node']);
  // Of core-js-pure, a part of the tests, npm runs nothing: its script only asks for money.
  expect(listInstallScripts(lock)).toEqual(['core-js-pure', 'esbuild', 'node']);
  expect(listInstallScripts(lockOf({ hasInstallScript: true }))).toEqual(['a']);
});

const system = `${process.platform}-${process.arch}`;
const binary = join('node_modules/node/bin', process.platform === 'win32' ? 'node.exe' : 'node');

test.runIf(system in nodeDigests && existsSync(binary))('the Node that came with the install is the one listed', () => {
  expect(createHash('sha256').update(readFileSync(binary)).digest('hex')).toBe(nodeDigests[system]);
});

test('the digests of Node are those of the version in package.json', () => {
  expect(readJson(join(import.meta.dirname, 'node-digests.json')).version).toBe(devDependencies.node);
});

test('direct dependencies are few, each of one version and with its reason', () => {
  const direct = { ...dependencies, ...devDependencies };
  expect(judgeDirect(direct, readFileSync('docs/dependencies.md', 'utf8'))).toEqual([]);
  expect(Object.keys(direct).length).toBeLessThanOrEqual(60);
  expect(judgeDirect({ a: '^1.0.0' }, '| a | It is good. |')).toEqual(['a is not of one version: ^1.0.0']);
  expect(judgeDirect({ b: '1.0.0' }, '| a | It is good for b. |')).toEqual(['b has no reason in docs/dependencies.md']);
});

test('the bill of materials has every package of the lock file with its digest, and is the same each time', () => {
  const text = readFileSync('package-lock.json', 'utf8');
  const { bomFormat, components } = JSON.parse(toBillOfMaterials(text));
  expect([bomFormat, components.length]).toEqual(['CycloneDX', Object.keys(lock.packages).length - 1]);
  const [astro] = components.filter(({ name }: { name: string }) => name === 'astro');
  expect(astro).toMatchObject({
    purl: `pkg:npm/astro@${dependencies.astro}`,
    hashes: [{ alg: 'SHA-512', content: expect.stringMatching(/^[0-9a-f]{128}$/) }],
  });
  expect(new Set(components.map((component: { 'bom-ref': string }) => component['bom-ref'])).size).toBe(components.length);
  expect(toBillOfMaterials(text)).toBe(toBillOfMaterials(text));
});

test('a package without a digest stands in no bill of materials', () => {
  expect(() => toBillOfMaterials(JSON.stringify({ name: 'a', version: '1', packages: { 'node_modules/b': { version: '1' } } }))).toThrow(
    'gives b no version or no digest',
  );
});

import { z } from 'zod';

const lockSchema = z.object({
  name: z.string(),
  version: z.string(),
  packages: z.record(
    z.string(),
    z.object({
      name: z.string().optional(),
      version: z.string().optional(),
      integrity: z.string().optional(),
      license: z.string().optional(),
      dev: z.boolean().optional(),
    }),
  ),
});

/** The name of the package at a place of the lock file: `node_modules/a/node_modules/@b/c` is `@b/c`. */
const nameAt = (place: string) => place.slice(place.lastIndexOf('node_modules/') + 'node_modules/'.length);

/** `sha512-...` of a lock file, as CycloneDX writes it. */
function toHash(integrity: string): { alg: string; content: string } {
  const [algorithm = '', digest = ''] = integrity.split(' ')[0]?.split(/-(.*)/s) ?? [];
  return { alg: algorithm.toUpperCase().replace('SHA', 'SHA-'), content: Buffer.from(digest, 'base64').toString('hex') };
}

/**
 * Every package that builds the site, from the text of package-lock.json, as a bill of materials by CycloneDX 1.6. It has no
 * date and no serial number, so that the same lock file gives the same bytes; `npm sbom` writes both.
 */
export function toBillOfMaterials(lock: string): string {
  const { name, version, packages } = lockSchema.parse(JSON.parse(lock));
  const components = Object.entries(packages).flatMap(([place, found]) => {
    if (place === '') return [];
    const own = found.name ?? nameAt(place);
    if (!found.version || !found.integrity) throw new Error(`package-lock.json gives ${own} no version or no digest. Run npm install`);
    const purl = `pkg:npm/${own.replace('@', '%40')}@${found.version}`;
    return [
      {
        type: 'library',
        'bom-ref': `${purl}#${place}`,
        name: own,
        version: found.version,
        scope: found.dev ? 'optional' : 'required',
        purl,
        hashes: [toHash(found.integrity)],
        ...(found.license && { licenses: [{ expression: found.license }] }),
      },
    ];
  });
  const bill = {
    bomFormat: 'CycloneDX',
    specVersion: '1.6',
    version: 1,
    metadata: { component: { type: 'application', 'bom-ref': `${name}@${version}`, name, version } },
    components,
  };
  return `${JSON.stringify(bill, null, 1)}\n`;
}

import { join, relative } from 'node:path';
import { build, formatMessages } from 'esbuild';

/**
 * The modules of a site as scripts without imports, by the names of their files: browsers load no module from a disk. What is
 * imported on demand, at an address that is known only then, is left as it stands.
 */
export async function toClassicScripts(site: string, files: readonly string[]): Promise<Map<string, string>> {
  if (files.length === 0) return new Map();
  const { outputFiles, warnings } = await build({
    entryPoints: files.map((file) => join(site, file)),
    bundle: true,
    write: false,
    format: 'iife',
    // Vite's loader of imports on demand asks where it is, to find their styles; here everything is in one script.
    define: { 'import.meta.url': 'document.baseURI', 'import.meta.resolve': 'undefined' },
    outdir: site,
    outbase: site,
    charset: 'utf8',
    // Names of files would stand in it otherwise, those of the machine among them.
    minify: true,
    logLevel: 'silent',
  });
  if (warnings.length > 0) throw new Error((await formatMessages(warnings, { kind: 'warning' })).join('\n'));
  return new Map(outputFiles.map(({ path, text }) => [relative(site, path).replaceAll('\\', '/'), text]));
}

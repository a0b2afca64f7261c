import { suggest } from '../../src/compile/nearest.ts';
import type { Capture } from '../../src/schema/capture.ts';
import type { FileResult, Importer } from './import-file.ts';
import type { FoundStatement } from './find-statements.ts';
import { Refusal } from './refusal.ts';

/** Refuses a source that sources.json does not have. */
export function checkSource({ sources }: Importer, source: string): void {
  if (!sources.ids().includes(source))
    throw new Refusal(`There is no source "${source}" in sources.json. ${suggest(source, sources.ids(), 'Name one that is there.')}`);
}

/** Makes a source that is there the page of a statement, where neither is another's already. */
export function tieSource({ sources }: Importer, source: string, statements: readonly FoundStatement[]): void {
  const [statement] = statements;
  if (!statement || statements.length > 1)
    throw new Refusal(`It holds ${statements.length} statements, and a source is the page of one. Leave --source out.`);
  const { ref } = statement;
  const [page, other] = [sources.findStatement(source), sources.findByStatement(ref)];
  if (page !== undefined && page !== ref) throw new Refusal(`It is the page of ${ref}, and the source "${source}" is that of ${page}.`);
  if (other !== undefined && other !== source)
    throw new Refusal(`The page of ${ref} is the source "${other}" already. Leave --source out.`);
  const group = sources.findGroup(source);
  if (page === undefined && group !== 'decision')
    throw new Refusal(
      `It is the page of ${ref}, and the source "${source}" stands on the shelf "${group}". Name another, or leave --source out.`,
    );
  if (page === undefined) sources.tie(source, ref);
}

/** Keeps a copy of a source that is no decision page, so that quotations can be looked for in it. */
export function keepCopy({ captures, options }: Importer, source: string, sha256: string, type: Capture['type'], bytes: Uint8Array) {
  const { today: on, licence } = options;
  const isNew = captures.keep({ sha256, type, source, on, licence }, bytes);
  const lines = isNew
    ? [
        'it is no decision page: only the copy was kept',
        `see that "read" and "held" of ${source} in sources.json are right: "held": ${JSON.stringify({ sha256, on, published: licence !== null })}`,
      ]
    : [];
  return { outcome: isNew ? 'imported' : 'unchanged', refs: [], lines } satisfies Omit<FileResult, 'file'>;
}

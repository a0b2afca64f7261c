import { statSync } from 'node:fs';
import { join } from 'node:path';
import { type Part, partName } from '../../src/build/part.ts';
import { writePart } from '../../src/build/part-folder.ts';
import { getSession } from '../../src/build/session.ts';
import { isUntouchedSince, rememberWholeBuild } from '../../src/build/whole-build.ts';
import { formatBytes } from '../../src/exports/size-words.ts';
import { EDITION } from '../../src/integrations/offline/edition-files.ts';
import type { Stage } from '../../src/integrations/publish-folder.ts';
import { describeSite, rememberSite } from '../../src/integrations/reuse-site.ts';
import type { BuildPlan } from './build-site.ts';

/** The folder in which parts wait to be merged. */
export const partsFolder = (root: string): string => join(root, '.upheld', 'parts');

/** Publishes a finished site. */
export function finishSite(stage: Stage, { out, content, maker, inputs, begun }: BuildPlan): void {
  const { size } = statSync(join(stage.folder, EDITION));
  rememberSite(stage.folder, maker);
  if (isUntouchedSince(content, begun)) rememberWholeBuild(stage.folder, inputs);
  stage.publish();
  const { rendered, skipped } = getSession().counts;
  console.log(`The site is in ${out}. ${rendered} pages rendered, ${skipped} as before.`);
  console.log(`Its offline copy, ${EDITION}, has ${formatBytes(size)}.`);
}

/** Lays a finished part aside, to be merged; what is published stays as it is. */
export function finishPart(stage: Stage, part: Part, { root, maker, inputs }: BuildPlan): void {
  const { cards, outputs } = getSession();
  const folder = writePart(
    partsFolder(root),
    stage.folder,
    { folder: join(root, '.upheld', 'cards'), names: cards },
    { part, inputs, manifest: describeSite(stage.folder, maker) },
  );
  stage.discard();
  console.log(`Part ${partName(part)} is in ${folder}: ${outputs.size} files and ${cards.length} cards.`);
  console.log('When all parts are there, npm run merge makes the site of them.');
}

import { expect, test } from 'vitest';
import { writeArchive } from '../../scripts/bench/write-archive.ts';
import { compileFolder } from '../../src/compile/folder.ts';
import { buildBodyRecord } from '../../src/graph/body-record.ts';
import { buildArchive } from '../../src/graph/build-archive.ts';
import { openPageGraph } from '../../src/graph/page-graph.ts';
import { makeFolder } from '../builders/files.ts';

test('what a page prints of a body is what going through the whole archive finds', () => {
  const made = makeFolder({});
  writeArchive(made, 40);
  for (const folder of [made, 'content']) {
    const { archive } = buildArchive(compileFolder(folder, folder));
    if (!archive) throw new Error(`${folder} has problems`);
    const { bodyRecordOf } = openPageGraph(archive);
    expect(archive.bodies.length).toBeGreaterThan(3);
    for (const { id } of archive.bodies) expect(bodyRecordOf(id)).toEqual(buildBodyRecord(archive, id));
  }
});

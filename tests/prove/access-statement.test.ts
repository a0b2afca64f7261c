import { resolve } from 'node:path';
import { expect, test } from 'vitest';
import { archiveFiles } from '../builders/archive-folder.ts';
import { readAccessPage } from '../site/access-table.ts';
import { copyProject } from '../site/copy-project.ts';
import { readSite } from '../site/read-site.ts';

test('content without recorded results gets a page that claims no check', () => {
  const project = copyProject(resolve('.upheld/access-statement'), archiveFiles);
  try {
    const { rows, text } = readAccessPage(readSite(project.build()));
    expect(rows).toEqual([]);
    expect(text).toContain('No results of checks are recorded for this record.');
    expect(text).toContain('No person who uses a screen reader has tested this record');
    expect(text).not.toMatch(/axe|Chromium|passed/);
  } finally {
    project.remove();
  }
});

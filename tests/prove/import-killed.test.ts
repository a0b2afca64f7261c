import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { makeFolder } from '../builders/files.ts';
import { makeContent } from '../builders/import.ts';
import { contentOf, COUNT, interrupt, makePages, runCommand } from '../builders/import-command.ts';

test.each([1, 6, 25, 60])(
  'an import that is killed after %i files loses nothing: the next one ends with the same content',
  async (after) => {
    const [pages, whole, project, content] = [makePages(), makeContent(), makeFolder({}), makeContent()];
    expect((await runCommand(makeFolder({}), whole, pages).ended).code).toBe(0);
    expect((await interrupt(project, content, pages, 'SIGKILL', after)).signal).toBe('SIGKILL');
    expect(readdirSync(join(content, 'decisions')).length).toBeLessThan(2 * COUNT);
    expect((await runCommand(project, content, pages).ended).stdout).toContain(`${COUNT} files:`);
    expect(contentOf(content)).toEqual(contentOf(whole));
  },
);

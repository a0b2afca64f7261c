import { existsSync } from 'node:fs';
import { enableCompileCache } from 'node:module';
import { join } from 'node:path';

// Loading the modules is half of what a check of an unchanged archive takes, so their compiled form is kept too. Writing
// it takes as long as compiling the first archive, so the first check of all leaves it to the second.
const kept = join(process.cwd(), '.upheld');
if (existsSync(join(kept, 'compiled'))) enableCompileCache(join(kept, 'modules'));
const { runCheck } = await import('./check/run-check.ts');
process.exitCode = runCheck(process.cwd(), process.argv.slice(2));

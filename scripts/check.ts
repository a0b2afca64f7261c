import { enableCompileCache } from 'node:module';
import { join } from 'node:path';

// Loading the modules is half of what a check of an unchanged archive takes, so their compiled form is kept too.
enableCompileCache(join(process.cwd(), '.upheld', 'modules'));
const { runCheck } = await import('./check/run-check.ts');
process.exitCode = runCheck(process.cwd(), process.argv.slice(2));

import { existsSync, readdirSync } from 'node:fs';
import { failWithUsage } from './read-arguments.ts';
import { writeArchive } from './bench/write-archive.ts';

const USAGE = 'node scripts/make-archive.ts <number of decisions> <empty folder>';

const [count = '', folder = ''] = process.argv.slice(2);
if (!/^[1-9]\d*$/.test(count) || folder === '') failWithUsage('A number and a folder are needed', USAGE);
if (existsSync(folder) && readdirSync(folder).length > 0) failWithUsage(`${folder} is not empty`, USAGE);
writeArchive(folder, Number(count));
console.log(`A made-up archive of ${count} decisions is in ${folder}.`);

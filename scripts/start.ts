import { serveFolder } from './serve.ts';

await import('./build.ts');

const out = process.env['UPHELD_OUT'] ?? 'dist';
const port = Number(process.env['PORT'] ?? 4321);
const { address } = await serveFolder(out, port, process.env['UPHELD_BASE'] ?? '/');
console.log(`Reading it at ${address} (Ctrl+C to stop)`);

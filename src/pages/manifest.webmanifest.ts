import { archive } from '../archive.ts';
import { toWebManifest } from '../exports/web-manifest.ts';

export const GET = () => new Response(toWebManifest(archive));

import { archive, publication } from '../archive.ts';
import { toOpenSearch } from '../exports/open-search.ts';

export const GET = () => new Response(toOpenSearch(archive, publication));

import { archive } from '../archive.ts';
import { publication } from '../components/site/publication.ts';
import { toOpenSearch } from '../exports/open-search.ts';

export const GET = () => new Response(toOpenSearch(archive, publication));

import { publication } from '../components/site/publication.ts';
import { toRobots } from '../exports/robots.ts';

export const GET = () => new Response(toRobots(publication));

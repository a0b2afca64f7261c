import { publication } from '../archive.ts';
import { toRobots } from '../exports/robots.ts';

export const GET = () => new Response(toRobots(publication));

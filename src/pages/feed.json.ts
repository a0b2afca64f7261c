import { writeJsonFeed } from '../components/data/write-feed.ts';

export const GET = () => writeJsonFeed({ kind: 'everything' });

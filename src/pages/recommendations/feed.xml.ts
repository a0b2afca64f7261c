import { writeAtom } from '../../components/data/write-feed.ts';

export const GET = () => writeAtom({ kind: 'recommendations' });

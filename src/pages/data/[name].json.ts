import { listDataPaths, writeFile } from '../../components/data/data-files.ts';

export const getStaticPaths = () => listDataPaths('.json');

export const GET = writeFile;

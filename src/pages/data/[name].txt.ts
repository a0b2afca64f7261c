import { listDataPaths, writeFile } from '../../components/data/data-files.ts';

export const getStaticPaths = () => listDataPaths('.txt');

export const GET = writeFile;

import { listDataPaths, writeFile } from '../../components/data/data-files.ts';

export const getStaticPaths = () => listDataPaths('.csv');

export const GET = writeFile;

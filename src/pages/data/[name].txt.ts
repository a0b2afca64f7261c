import { listDataPaths, writeText } from '../../components/data/data-files.ts';

export const getStaticPaths = () => listDataPaths('.txt');

export const GET = writeText;

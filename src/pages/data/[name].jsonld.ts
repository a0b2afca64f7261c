import { listDataPaths, writeFile } from '../../components/data/data-files.ts';

export const getStaticPaths = () => listDataPaths('.jsonld');

export const GET = writeFile;

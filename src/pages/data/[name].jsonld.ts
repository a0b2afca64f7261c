import { listDataPaths, writeText } from '../../components/data/data-files.ts';

export const getStaticPaths = () => listDataPaths('.jsonld');

export const GET = writeText;

import jsonld from 'jsonld';
import type { NodeObject } from 'jsonld';

/**
 * Contexts for tests without a network: of each, the terms that the archive uses, with the meaning that its
 * owner gives them (schema.org; W3C Web Annotation Vocabulary). A term that is not here is an error in the test.
 */
const OA = 'http://www.w3.org/ns/oa#';
const iri = (id: string) => ({ '@id': id, '@type': '@id' });
const schemaTerms = [
  'Article',
  'CreativeWork',
  'DataDownload',
  'Dataset',
  'Organization',
  'Person',
  'Quotation',
  'Report',
  'WebSite',
  'about',
  'abstract',
  'author',
  'contentSize',
  'description',
  'distribution',
  'encodingFormat',
  'hasPart',
  'headline',
  'inLanguage',
  'isAccessibleForFree',
  'isPartOf',
  'name',
  'publisher',
  'reportNumber',
  'sha256',
  'spokenByCharacter',
  'temporalCoverage',
  'text',
  'version',
];
const contexts: Record<string, object> = {
  'https://schema.org/': {
    type: '@type',
    id: '@id',
    ...Object.fromEntries(schemaTerms.map((term) => [term, `http://schema.org/${term}`])),
    ...Object.fromEntries(
      ['citation', 'contentUrl', 'license', 'url', 'usageInfo'].map((term) => [term, iri(`http://schema.org/${term}`)]),
    ),
    dateCreated: { '@id': 'http://schema.org/dateCreated', '@type': 'http://schema.org/Date' },
  },
  'http://www.w3.org/ns/anno.jsonld': {
    id: { '@id': '@id', '@type': '@id' },
    type: { '@id': '@type', '@type': '@vocab' },
    as: 'http://www.w3.org/ns/activitystreams#',
    dcterms: 'http://purl.org/dc/terms/',
    dc: 'http://purl.org/dc/elements/1.1/',
    rdf: 'http://www.w3.org/1999/02/22-rdf-syntax-ns#',
    rdfs: 'http://www.w3.org/2000/01/rdf-schema#',
    xsd: 'http://www.w3.org/2001/XMLSchema#',
    oa: OA,
    Annotation: 'oa:Annotation',
    AnnotationCollection: 'as:OrderedCollection',
    AnnotationPage: 'as:OrderedCollectionPage',
    FragmentSelector: 'oa:FragmentSelector',
    SpecificResource: 'oa:SpecificResource',
    TextQuoteSelector: 'oa:TextQuoteSelector',
    TextualBody: 'oa:TextualBody',
    commenting: 'oa:commenting',
    describing: 'oa:describing',
    highlighting: 'oa:highlighting',
    linking: 'oa:linking',
    tagging: 'oa:tagging',
    body: iri('oa:hasBody'),
    target: iri('oa:hasTarget'),
    source: iri('oa:hasSource'),
    selector: iri('oa:hasSelector'),
    motivation: { '@id': 'oa:motivatedBy', '@type': '@vocab' },
    purpose: { '@id': 'oa:hasPurpose', '@type': '@vocab' },
    value: 'rdf:value',
    exact: 'oa:exact',
    prefix: 'oa:prefix',
    suffix: 'oa:suffix',
    format: 'dc:format',
    language: 'dc:language',
    label: { '@id': 'rdfs:label' },
    conformsTo: iri('dcterms:conformsTo'),
    rights: iri('dcterms:rights'),
    first: iri('as:first'),
    items: { '@id': 'as:items', '@type': '@id', '@container': '@list' },
    total: { '@id': 'as:totalItems', '@type': 'xsd:nonNegativeInteger' },
    startIndex: { '@id': 'as:startIndex', '@type': 'xsd:nonNegativeInteger' },
  },
};

const documentLoader = async (url: string) => {
  const context = contexts[url] ?? contexts[`${url}/`];
  if (!context) throw new Error(`The test has no context ${url}`);
  return { contextUrl: undefined, documentUrl: url, document: { '@context': context } };
};

/** The statements that JSON-LD makes, as N-Quads. Fails where a term means nothing. */
export const readStatements = async (document: object): Promise<string> =>
  String(await jsonld.toRDF(document, { documentLoader, format: 'application/n-quads', safe: true } as Parameters<typeof jsonld.toRDF>[1]));

/** JSON-LD with every term written out. */
export const expand = async (document: object): Promise<NodeObject[]> =>
  (await jsonld.expand(
    document as jsonld.JsonLdDocument,
    { documentLoader, safe: true } as Parameters<typeof jsonld.expand>[1],
  )) as NodeObject[];

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { XsdValidator, XmlDocument } from 'libxml2-wasm';

/** What a schema of `schemas/` says against an XML text; nothing where it is valid. */
export function listXmlFaults(grammar: 'atom' | 'sitemap' | 'open-search', xml: string): string[] {
  const schema = XmlDocument.fromBuffer(readFileSync(join(import.meta.dirname, 'schemas', `${grammar}.xsd`)));
  const validator = XsdValidator.fromDoc(schema);
  try {
    const document = XmlDocument.fromString(xml);
    try {
      validator.validate(document);
      return [];
    } finally {
      document.dispose();
    }
  } catch (error) {
    return [error instanceof Error ? error.message : String(error)];
  } finally {
    validator.dispose();
    schema.dispose();
  }
}

/** The text of every element of one name, in order. */
export function readXml(xml: string, path: string, namespaces: Record<string, string>): string[] {
  const document = XmlDocument.fromString(xml);
  const found = document.find(path, namespaces).map((node) => node.content);
  document.dispose();
  return found;
}

/** The part of citeproc-js that the citations use; the package has no types. */
declare module 'citeproc' {
  export interface CiteItem {
    id: string;
    locator?: string;
    label?: string;
    prefix?: string;
  }
  interface System {
    retrieveLocale: (language: string) => string;
    retrieveItem: (id: string) => object;
  }
  class Engine {
    constructor(system: System, style: string, language: string, forceLanguage: boolean);
    updateItems(ids: string[]): void;
    makeCitationCluster(items: CiteItem[]): string;
    makeBibliography(): [unknown, string[]] | false;
  }
  const CSL: { Engine: typeof Engine; SUPERSCRIPTS_REGEXP: RegExp };
  export default CSL;
}

/** One page of every type of the first archive. */
export const pageTypes = [
  '', 'decisions/', 'decisions/24-005-859/', 'timeline/', 'timeline/2025-02-13-third-decision/', 'timeline/body/icb/', 'timeline/decision/23-002-112/',
  'timeline/kind/decision/', 'quotes/', 'quotes/voice/complainant/', 'quotes/21-003-925/shared-failure/', 'recommendations/', 'payments/', 'conflicts/',
  'claims/', 'bodies/', 'bodies/icb/', 'people/', 'themes/', 'themes/joint-duty/', 'glossary/', 'sources/', 'sources/clements-2025-s117/', 'essays/',
  'essays/indifference/', 'changes/', 'data/', 'search/', 'search/?q=care+coordinator', 'about/', 'method/', 'accessibility/', '404.html',
] as const;

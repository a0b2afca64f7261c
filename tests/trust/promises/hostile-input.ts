import type { PromiseGroup } from '../promise.ts';

export const hostileInput: PromiseGroup = {
  letter: 'F',
  subject: 'Hostile input',
  promises: [
    {
      number: 50,
      text: 'Markup that is quoted is text everywhere: page, title, metadata, JSON-LD, feeds, data, search, print.',
      shownBy: {
        'browser/hostile.test.ts': [
          'every text comes out of every page, file and search entry as it went in',
          'no text becomes an element, an attribute or a link',
        ],
        'fuzz/outputs.test.ts': ['what is accepted comes out of every output as it went in, and what is refused is told with its place'],
        'compile/body.test.ts': ['markup in words is text'],
        'exports/json-ld.test.ts': ['stands in a page as data and cannot end its element'],
        'exports/csv.test.ts': [
          'whatever the text, a reader of RFC 4180 that takes one apostrophe away has it back, and no cell begins a formula',
        ],
      },
    },
    {
      number: 51,
      text: 'What stands in an address is text and nothing else; an unknown fragment gets a note that can be seen.',
      shownBy: {
        'browser/hostile.test.ts': [
          'what stands after an address is text',
          'what is searched for is text, in the box, in the address and in what is found',
        ],
        'browser/permanence.test.ts': [
          'what comes in an address is read as text and as nothing else',
          'an unknown fragment says so, and leads to a search',
        ],
        'browser/search.test.ts': ['what is typed is text: markup and strange values do nothing'],
      },
    },
    {
      number: 52,
      text: 'Links lead to http and https only; ours to the publisher also by mail.',
      shownBy: {
        'schema/text.test.ts': ['%j is an address on the web', '%j is not an address on the web'],
        'plugins/remark-safe-links.test.ts': ['a link to %s is unsafe', 'links to the web pass, bare, named and defined apart'],
        'site/pages.test.ts': ['links to the web by http or https only'],
      },
    },
    {
      number: 53,
      text: 'Content cannot run code.',
      shownBy: {
        'browser/hostile.test.ts': ['no page runs anything, breaks the policy or asks another origin'],
        'plugins/remark-data-only.test.ts': ['%s is reported as code', '%s is not a component of the vocabulary', '%s pass'],
      },
    },
    {
      number: 54,
      text: 'A strict policy is shipped for every kind of host and holds on every page; the Observatory would give it 130 or more.',
      shownBy: {
        'exports/host-headers.test.ts': [
          '%s sends the policy, once, with every file',
          '%s lets nobody frame a page, but for those made for it',
          'the MDN Observatory would give a site on %s 130 or more',
          'a policy that were to allow %s would not get that',
        ],
        'browser/hostile.test.ts': [
          'nothing that a person does on a page breaks the policy',
          'a page that runs a script of its own is told, and does not run it',
        ],
        'prove/servers.test.ts': ['%s sends every file with its type and the headers that it is told'],
      },
    },
    {
      number: 55,
      text: 'No script, style or handler stands in a page, and nothing comes from another origin.',
      shownBy: {
        'browser/hostile.test.ts': ['no page runs anything, breaks the policy or asks another origin'],
        'site/pages.test.ts': ['has no inline script, style or handler, and loads nothing from another origin'],
        'browser/reading.test.ts': ['no page asks anything of another origin, sets a cookie, or logs an error'],
      },
    },
    {
      number: 56,
      text: 'Names of files are portable and stay inside their folders.',
      shownBy: {
        'compile/folder.test.ts': [
          'a file named %s is refused',
          'a file named %s is read',
          'of two names that differ in case alone the one with capitals is refused',
        ],
        'fuzz/soup.test.ts': ['whatever a file is called, its name is an id or it is refused'],
      },
    },
    {
      number: 57,
      text: 'The published folder holds only what is meant.',
      shownBy: {
        'site/meant-files.test.ts': [
          'the site holds nothing but what is meant',
          'every row of what is meant is there',
          'a stray %s is told',
        ],
        'site/same-bytes.test.ts': ['the list of digests has every file of the site and no other'],
      },
    },
    {
      number: 58,
      text: 'No id or name on a page hides a property of the document.',
      shownBy: {
        'browser/hostile.test.ts': ['no id hides a property of the window or the document'],
        'graph/duplicates.test.ts': ['a term named %s, as a part of a page is, is refused'],
      },
    },
    {
      number: 59,
      text: 'Messages are safe to print.',
      shownBy: {
        'fuzz/soup.test.ts': ['whatever is put into a file, it is accepted or refused with a place'],
        'compile/problem.test.ts': ['control and direction characters in the %s are not printed'],
      },
    },
  ],
};

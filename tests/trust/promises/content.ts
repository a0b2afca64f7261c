import type { PromiseGroup } from '../promise.ts';

export const content: PromiseGroup = {
  letter: 'A',
  subject: 'Content',
  promises: [
    {
      number: 1,
      text: 'A date is a day, month or year that there was, read strictly as text, and prints the same in every time zone.',
      shownBy: {
        'fuzz/soup.test.ts': ['whatever a date looks like, it stays as it is written or is refused where it stands'],
        'schema/date.test.ts': [
          'every day that there is can be read, and no other',
          '%j is not a date of the archive',
          'a bare year that YAML reads as a number must stand in quotation marks',
        ],
        'compile/frontmatter.test.ts': ['dates, "no" and "off" stay text'],
      },
    },
    {
      number: 2,
      text: 'Dates are a written part of EDTF and nothing else; a month is never shown as a day, nor an open end as today.',
      shownBy: {
        'schema/date.test.ts': ['%s is refused with a sentence', '%s is an interval between two ends'],
        'graph/date-text.test.ts': ['a month never shows a day', '%s is printed as "%s"'],
        'graph/interval.test.ts': ['%s is never counted to today'],
      },
    },
    {
      number: 3,
      text: 'A reference has one form in files, and every way of writing it finds the same decision.',
      shownBy: {
        'search/spellings.test.ts': ['writes "%s" as one reference'],
        'fuzz/soup.test.ts': ['whatever a reference looks like, it leads to a record or is refused where it stands'],
        'schema/text.test.ts': ['%j as the reference of a decision is accepted: %j', '%j as the reference of a statement is accepted: %j'],
        'graph/references.test.ts': ['a decision in a file of another name is told'],
        'graph/duplicates.test.ts': ['two parts of a decision with one id are told with both places'],
      },
    },
    {
      number: 4,
      text: 'A field that nobody knows is refused, and the nearest name is offered.',
      shownBy: {
        'schema/rules.test.ts': ['a made-up %s is accepted, and refused with a field that is not known'],
        'compile/folder.test.ts': ['a folder that nothing reads is named, with the nearest that something does'],
        'site/bad-content.test.ts': ['check reports every fault of every file in one run, where it stands and what to do, and fails'],
      },
    },
    {
      number: 5,
      text: 'Malformed frontmatter is told with its line and column.',
      shownBy: {
        'fuzz/soup.test.ts': ['whatever is put into a file, it is accepted or refused with a place'],
        'compile/frontmatter.test.ts': [
          '%s is reported with its place',
          '%s for the name of a field is reported where it stands',
          'a value repeated by an alias is reported where it stands',
        ],
      },
    },
    {
      number: 6,
      text: 'All faults of all files are told in one run, sorted.',
      shownBy: {
        'site/bad-content.test.ts': ['check reports every fault of every file in one run, where it stands and what to do, and fails'],
        'compile/record.test.ts': ['all faults of a file are reported at once, each at its line and column'],
      },
    },
    {
      number: 7,
      text: 'Files are UTF-8; the first byte that is not is named.',
      shownBy: {
        'fuzz/soup.test.ts': ['whatever bytes a file has, they are text or the first that is not is named'],
        'compile/folder.test.ts': ['%s is refused with its byte'],
      },
    },
    {
      number: 8,
      text: 'No character that a reader cannot see passes, however it is written.',
      shownBy: {
        'fuzz/outputs.test.ts': [
          'what is accepted comes out of every output as it went in, and what is refused is told with its place',
          'honest text and markup that is quoted are always accepted',
        ],
        'schema/text.test.ts': ['%j is hidden and named %s', '%s are seen'],
        'compile/record.test.ts': [
          'hidden characters %s are found',
          'a hidden character written as the YAML escape %s is found',
          'Welsh letters, no-break spaces and pounds in a quotation pass',
        ],
      },
    },
    {
      number: 9,
      text: 'Line ends, a byte order mark and a last newline make no difference to what is published.',
      shownBy: {
        'compile/folder.test.ts': ['%s make no difference to anything compiled'],
        'compile/frontmatter.test.ts': ['a newline at the end makes no difference to what is compiled'],
      },
    },
    {
      number: 10,
      text: 'Files, records, pages and search entries agree in number, kind by kind.',
      shownBy: {
        'site/counts.test.ts': [
          'every record has its address in the built site',
          'every kind with a page of its own has as many pages as records',
          'the search index holds every record of every kind, and nothing else',
        ],
        'site/data.test.ts': ['hold as many rows of each kind as the archive has'],
        'search/search-index.test.ts': ['fails where the archive has more than was indexed'],
      },
    },
    {
      number: 11,
      text: 'Only regular files inside the content folder are read.',
      shownBy: {
        'compile/folder.test.ts': [
          '%s that leads out of the folder is not read',
          'a link that leads nowhere is told',
          '%s that is a pipe is not waited for',
          'a folder of captures that leads out of the content is not read',
        ],
      },
    },
    {
      number: 12,
      text: 'Size and depth have limits, checked before any parser: never a crash, never a hang.',
      shownBy: {
        'fuzz/soup.test.ts': ['whatever is put into a file, it is accepted or refused with a place'],
        'compile/limits.test.ts': [
          '%s nested too deep are a problem with a place',
          '%s as an editor may write them pass',
          'very many %s end in seconds',
          'frontmatter nested too deep %s is a problem with a place',
        ],
        'compile/frontmatter.test.ts': ['an alias bomb ends at once'],
        'compile/record.test.ts': ['no text makes the compiler throw', 'an honest paragraph may be very long'],
      },
    },
    {
      number: 13,
      text: 'A quotation stands word for word in the text of its decision, where that is held.',
      shownBy: {
        'graph/texts.test.ts': [
          'a quotation that stands in the held text passes: %s',
          'a quotation that does not stand in the held text is told: %s',
        ],
      },
    },
    {
      number: 14,
      text: 'Repeats and successions are dated chains without loops.',
      shownBy: {
        'graph/lineage-laws.test.ts': [
          'whatever breaks a law is refused, and nothing else: no loop, no step before its cause, no breach but by a later finding',
        ],
        'graph/check-succession.test.ts': [
          'a body that succeeds %s is refused',
          'a body that takes over from another before that one began is refused',
          '%s is accepted',
        ],
        'graph/lineage.test.ts': [
          'a recommendation that repeats %s is refused',
          'a breach found by a decision that is not later is refused',
        ],
      },
    },
    {
      number: 15,
      text: 'Totals and intervals are computed; a typed figure is refused, and a claim that does not fit is told.',
      shownBy: {
        'compile/body.test.ts': ['a figure typed %s is found', '%s are not typed figures'],
        'graph/money.test.ts': ['a total is the sum of the rows that stand in its readings'],
        'graph/claims.test.ts': ['%s is told'],
        'site/figures.test.ts': [
          'the payments come to £1,800, £900 a man, in one reading and £1,200, £600 a man, in the other',
          '1,017 days lie between the first decision and the third',
        ],
      },
    },
  ],
};

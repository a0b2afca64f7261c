/** A piece of a made-up text: words, or a record named in them. */
export type Piece = string | Call;

/** A record placed in a text, with the words that a plain page prints for it. */
export interface Call {
  name: 'Quote' | 'Cite' | 'Body' | 'Person' | 'Term' | 'Theme' | 'Decision' | 'Event' | 'Finding' | 'Days';
  props: Record<string, string>;
  words: string;
}

export interface Section {
  title: string;
  anchor: string;
  paragraphs: Piece[][];
}

const writeCall = ({ name, props }: Call): string =>
  `<${name} ${Object.entries(props)
    .map(([key, value]) => `${key}="${value}"`)
    .join(' ')} />`;

const writeSections = (sections: readonly Section[], writeTitle: (section: Section) => string, write: (piece: Call) => string): string =>
  sections
    .flatMap((section) => [
      `## ${writeTitle(section)}`,
      ...section.paragraphs.map((pieces) => pieces.map((piece) => (typeof piece === 'string' ? piece : write(piece))).join(' ')),
    ])
    .join('\n\n');

/** The text as this project's MDX: every record by its component. */
export const writeMdx = (sections: readonly Section[]): string =>
  writeSections(sections, ({ title, anchor }) => `${title} <Anchor id="${anchor}" />`, writeCall);
/** The same words as plain Markdown, for programs that know no records. */
export const writeMarkdown = (sections: readonly Section[]): string =>
  writeSections(
    sections,
    ({ title }) => title,
    ({ words }) => words,
  );

/** One thing that the archive promises, and the tests that show it. */
export interface Promised {
  number: number;
  text: string;
  /** Titles of tests as they are written, by the path of their file under `tests/`. Empty while nothing shows it. */
  shownBy: Readonly<Record<string, readonly string[]>>;
  /** What of it is not kept or not shown, and why. */
  gap?: string;
}

/** Promises about one subject; their letter is that of the issue that asked for them. */
export interface PromiseGroup {
  letter: string;
  subject: string;
  promises: readonly Promised[];
}

export const lastNumber = 88;

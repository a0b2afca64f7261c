import { z } from 'zod';
import type { Passage } from '../../schema/passage.ts';
import { targetKinds } from '../../schema/reference.ts';
import { code, text } from './fields.ts';

export const passageRow = z.strictObject({ kind: code(targetKinds, 'What kind of record'), id: text('Its id') });

/** The records that something is about, each as its kind and id. */
export const toPassageRows = (passages: readonly Passage[]): z.infer<typeof passageRow>[] =>
  passages.flatMap((passage) =>
    targetKinds.flatMap((kind) => {
      const id: unknown = Reflect.get(passage, kind);
      return typeof id === 'string' ? [{ kind, id }] : [];
    }),
  );

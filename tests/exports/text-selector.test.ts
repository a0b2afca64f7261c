import { describe, expect, test } from 'vitest';
import { selectText } from '../../src/exports/text-selector.ts';

const held = 'The panel met in\n  March. It found that the Borough had waited too long. It said so twice: wait, wait.';

describe('a quotation is selected', () => {
  test('by its words alone where the text is not held', () => {
    expect(selectText('waited too long')).toEqual([{ type: 'TextQuoteSelector', exact: 'waited too long' }]);
  });

  test('with the words before and after where it is held', () => {
    expect(selectText('waited too long', held)).toEqual([
      {
        type: 'TextQuoteSelector',
        exact: 'waited too long',
        prefix: '. It found that the Borough had ',
        suffix: '. It said so twice: wait, wait.',
      },
    ]);
  });

  test('across a line break of the text', () => {
    expect(selectText('met in March', held)[0]).toMatchObject({ prefix: 'The panel ', suffix: '. It found that the Borough had ' });
  });

  test('by its words alone where they stand in the text twice, or not at all', () => {
    expect(selectText('wait,', `${held} wait,`)).toEqual([{ type: 'TextQuoteSelector', exact: 'wait,' }]);
    expect(selectText('hurried', held)).toEqual([{ type: 'TextQuoteSelector', exact: 'hurried' }]);
  });

  test('piece by piece where it is cut', () => {
    expect(selectText('It found [...] too long', held).map(({ exact }) => exact)).toEqual(['It found', 'too long']);
  });
});

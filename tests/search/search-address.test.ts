import { describe, expect, it } from 'vitest';
import { readSearchAddress, writeSearchAddress } from '../../src/components/search/search-address.ts';

const filters = ['kind', 'decision'];

describe('the address of a search', () => {
  it.each([
    [{ text: 'care coordinator', choice: {} }, '?q=care+coordinator'],
    [{ text: '"Mr Q"', choice: { kind: 'quotation', decision: '24 005 859' } }, '?q=%22Mr+Q%22&kind=quotation&decision=24+005+859'],
    [{ text: '', choice: { kind: 'event' } }, '?kind=event'],
    [{ text: '  ', choice: {} }, ''],
    [{ text: '<img src=x onerror=alert(1)>&kind=event', choice: {} }, '?q=%3Cimg+src%3Dx+onerror%3Dalert%281%29%3E%26kind%3Devent'],
  ])('is written for %j', (asked, address) => {
    expect(writeSearchAddress(asked)).toBe(address);
  });

  it('reads what it wrote', () => {
    const asked = { text: '“shared failure” & more', choice: { kind: 'quotation' } };
    expect(readSearchAddress(writeSearchAddress(asked), filters)).toEqual(asked);
  });

  it('passes over parameters that are not ours', () => {
    expect(readSearchAddress('?q=x&utm_source=y&__proto__=z&kind=', filters)).toEqual({ text: 'x', choice: {} });
  });
});

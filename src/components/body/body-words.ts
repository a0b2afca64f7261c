import type { Body } from '../../schema/body.ts';

/** What each role is, for one body and as a heading over several. */
export const roleWords: Record<Body['role'], { one: string; many: string }> = {
  ombudsman: { one: 'Ombudsman', many: 'Ombudsmen' },
  council: { one: 'Council', many: 'Councils' },
  'nhs-trust': { one: 'NHS trust', many: 'NHS trusts' },
  'nhs-commissioner': { one: 'NHS commissioner', many: 'NHS commissioners' },
  'national-body': { one: 'National body', many: 'National bodies' },
  committee: { one: 'Committee', many: 'Committees' },
};

/** The roles as lists have them: those complained of, then those that decide and oversee. */
export const roleOrder: readonly Body['role'][] = ['council', 'nhs-commissioner', 'nhs-trust', 'ombudsman', 'national-body', 'committee'];

/** A body's place under section 117(2): in a few words, and what that means. */
export const dutyWords: Record<Body['duty'], { label: string; sentence: string }> = {
  'duty-holder': { label: 'Duty-holder', sentence: 'Section 117(2) names bodies of this kind as those that owe the duty of aftercare.' },
  provider: { label: 'Provider', sentence: 'It provides services. Section 117(2) does not name it among those that owe the duty.' },
  none: { label: 'Neither duty-holder nor provider', sentence: 'Section 117(2) gives it no part.' },
};

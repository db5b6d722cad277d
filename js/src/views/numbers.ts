// Reading and stepping numbers. Pure.
import { affixes } from './printf';

export interface Range {
  min: number | null;
  max: number | null;
}

export type Reading = { value: number | null } | { problem: string };

const NUMBER = /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i;

function strip(text: string, format: string): string {
  const [before, after] = affixes(format) ?? ['', ''];
  let rest = text;
  if (before && rest.startsWith(before)) {
    rest = rest.slice(before.length);
  }
  if (after && rest.endsWith(after)) {
    rest = rest.slice(0, -after.length);
  }
  return rest.trim();
}

/** A comma is a decimal sign, unless it may as well separate thousands. */
function withPoint(text: string): string {
  return /^[+-]?\d*,\d+$/.test(text) && !/^[+-]?\d{1,3},\d{3}$/.test(text) ? text.replace(',', '.') : text;
}

function outOfRange(value: number, { min, max }: Range): string | null {
  const fits = (min === null || value >= min) && (max === null || value <= max);
  if (fits) {
    return null;
  }
  if (min !== null && max !== null) {
    return `Enter a number from ${min} to ${max}.`;
  }
  return min !== null ? `Enter ${min} or more.` : `Enter ${max ?? ''} or less.`;
}

/** Read what a person typed: a number in range, null for an empty field, or what is wrong with it. */
export function readNumber(text: string, format: string, dataType: string, range: Range): Reading {
  const bare = withPoint(strip(text.trim().replace('−', '-'), format));
  if (bare === '') {
    return { value: null };
  }
  const value = Number(bare);
  if (!NUMBER.test(bare) || !Number.isFinite(value)) {
    return { problem: 'Enter a number.' };
  }
  if (dataType === 'int' && !Number.isInteger(value)) {
    return { problem: 'Enter a whole number.' };
  }
  const problem = outOfRange(value, range);
  return problem === null ? { value } : { problem };
}

function decimals(value: number): number {
  const [digits = '', exponent = '0'] = String(value).split('e');
  return Math.max(0, (digits.split('.')[1]?.length ?? 0) - Number(exponent));
}

export function clamp(value: number, { min, max }: Range): number {
  return Math.max(min ?? -Infinity, Math.min(max ?? Infinity, value));
}

/** One step up or down, without the noise of binary fractions; an empty field starts at the number nearest to 0. */
export function stepped(value: number | null, step: number, direction: 1 | -1, range: Range): number {
  const from = value ?? clamp(0, range);
  const exact = Math.min(100, Math.max(decimals(from), decimals(step)));
  return clamp(Number((from + direction * step).toFixed(exact)), range);
}

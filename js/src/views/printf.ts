// Numbers as texts, in the manner of sprintf as pages know it: "%d items", "$%0.2f", "%,d". Not quite that of C: "%f" has
// as many digits as the number, "%e" as short an exponent as may be.

const DIRECTIVE = /%(?:%|(1\$)?(\+)?(,)?(0|'[^$])?(-)?(\d+)?(?:\.(\d+))?([bcdefgijostTuvxX]))/g;
const MOST_DIGITS = 100;

/** The shortest decimal text without an exponent, where the number has one. */
export function plain(value: number): string {
  const text = Math.abs(value) >= 1e21 && Number.isFinite(value) ? String(BigInt(value)) : String(value);
  return /e-\d+$/.test(text) ? value.toFixed(20).replace(/0+$/, '') : text;
}

const CONVERSIONS: Record<string, (value: number, digits: number | undefined) => string> = {
  b: value => Math.trunc(value).toString(2),
  c: value => String.fromCharCode(value),
  d: value => plain(Math.trunc(value) + 0),
  e: (value, digits) => value.toExponential(digits),
  f: (value, digits) => (digits === undefined ? String(value) : value.toFixed(digits)),
  g: (value, digits) => (digits ? String(Number(value.toPrecision(digits))) : String(value)),
  j: value => JSON.stringify(value),
  o: value => (value >>> 0).toString(8),
  s: (value, digits) => String(value).slice(0, digits),
  t: (value, digits) => String(Boolean(value)).slice(0, digits),
  T: (value, digits) => (typeof value).slice(0, digits),
  u: value => String(value >>> 0),
  x: value => (value >>> 0).toString(16)
};

const SIGNED = 'defgi';

function convert(value: number, type: string, precision: string | undefined): string {
  const digits = precision === undefined ? undefined : Math.min(Number(precision), MOST_DIGITS);
  if (type === 'X') {
    return convert(value, 'x', precision).toUpperCase();
  }
  const kind = { i: 'd', v: 's' }[type] ?? type;
  return CONVERSIONS[kind]?.(value, digits) ?? '';
}

type Parts = (string | undefined)[];

function write(value: number, [, , plus, comma, fill, left, width, precision, type = 's']: Parts): string {
  let text = convert(value, type, precision);
  let sign = '';
  if (SIGNED.includes(type)) {
    sign = text.startsWith('-') ? '-' : plus ? '+' : '';
    text = text.replace(/^-/, '');
  }
  if (comma) {
    text = text.replace(/^\d+/, digits => digits.replace(/\B(?=(\d{3})+$)/g, ','));
  }
  const pad = (fill?.at(-1) ?? ' ').repeat(Math.max(0, Number(width ?? 0) - sign.length - text.length));
  return left ? sign + text + pad : fill === '0' ? sign + pad + text : pad + sign + text;
}

/** Format one number; null if there is more in the format than one number can say. */
export function printf(format: string, value: number): string | null {
  const found = [...format.matchAll(DIRECTIVE)].filter(([whole]) => whole !== '%%');
  const inOrder = found.filter(([, first]) => first === undefined).length;
  if (inOrder > 1 || format.replace(DIRECTIVE, '').includes('%')) {
    return null;
  }
  return format.replace(DIRECTIVE, (...parts: Parts) => (parts[0] === '%%' ? '%' : write(value, parts)));
}

/** The fixed texts before and after the only directive of a format, or null if it has not exactly one. */
export function affixes(format: string): [string, string] | null {
  const found = [...format.matchAll(DIRECTIVE)].filter(match => match[0] !== '%%');
  const [directive] = found;
  if (found.length !== 1 || !directive) {
    return null;
  }
  const unescape = (text: string) => text.replaceAll('%%', '%').trim();
  return [
    unescape(format.slice(0, directive.index)),
    unescape(format.slice(directive.index + directive[0].length))
  ];
}

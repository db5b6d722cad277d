// Numbers as texts, in the manner of C's printf: "%d items", "$%0.2f", "%+5.1e".

const DIRECTIVE = /%(?:%|([-+ 0#]*)(\d+)?(?:\.(\d+))?([dieEfFgGsu]))/g;

function trimExponent(text: string): string {
  // printf writes at least two digits of exponent, JavaScript as few as possible.
  return text.replace(/e([+-])(\d)$/, 'e$10$2');
}

function general(value: number, precision: number): string {
  const digits = precision === 0 ? 1 : precision;
  const exponent = value === 0 ? 0 : Math.floor(Math.log10(Math.abs(Number(value.toPrecision(digits)))));
  if (exponent < -4 || exponent >= digits) {
    return trimExponent(value.toExponential(digits - 1).replace(/\.?0+e/, 'e'));
  }
  const fixed = value.toFixed(Math.max(0, digits - 1 - exponent));
  return fixed.includes('.') ? fixed.replace(/\.?0+$/, '') : fixed;
}

/** The shortest decimal text without an exponent, where the number has one. */
export function plain(value: number): string {
  const text = String(value);
  return /e-\d+$/.test(text) ? value.toFixed(20).replace(/0+$/, '') : text;
}

function convert(value: number, type: string, precision: number | undefined): string {
  switch (type) {
    case 'd':
    case 'i':
    case 'u':
      return plain(Math.trunc(value));
    case 'f':
    case 'F':
      return value.toFixed(Math.min(precision ?? 6, 100));
    case 'e':
      return trimExponent(value.toExponential(Math.min(precision ?? 6, 100)));
    case 'E':
      return trimExponent(value.toExponential(Math.min(precision ?? 6, 100))).toUpperCase();
    case 'g':
      return general(value, Math.min(precision ?? 6, 100));
    case 'G':
      return general(value, Math.min(precision ?? 6, 100)).toUpperCase();
    default:
      return plain(value);
  }
}

function pad(text: string, flags: string, width: number): string {
  if (flags.includes('-')) {
    return text.padEnd(width);
  }
  if (flags.includes('0')) {
    const sign = /^[-+ ]/.exec(text)?.[0] ?? '';
    return sign + text.slice(sign.length).padStart(width - sign.length, '0');
  }
  return text.padStart(width);
}

function signed(text: string, flags: string): string {
  if (text.startsWith('-')) {
    return text;
  }
  return flags.includes('+') ? `+${text}` : flags.includes(' ') ? ` ${text}` : text;
}

/** Format one number; every directive in the format shows it. */
export function printf(format: string, value: number): string {
  return format.replace(
    DIRECTIVE,
    (
      whole: string,
      flags: string | undefined,
      width: string | undefined,
      precision: string | undefined,
      type: string | undefined
    ) => {
      if (type === undefined) {
        return whole === '%%' ? '%' : whole;
      }
      const digits = precision === undefined ? undefined : Number(precision);
      return pad(signed(convert(value, type, digits), flags ?? ''), flags ?? '', Number(width ?? 0));
    }
  );
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

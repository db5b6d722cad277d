// What a tooltip says, as texts: templates of the author are read without their markup.
import { formatValue, isFormat } from '../../views/format';
import { text as wordsOfValue } from '../../views/tip';

export type FormatTime = (time: number, template: string, isUtc: boolean) => string;

interface Told {
  $vars?: string[];
  axisType?: string;
  axisValue?: number;
  dimensionNames?: (string | undefined)[];
  value?: unknown;
  [name: string]: unknown;
}

const ALIASES = 'abcdefg';
const PLACE = /\{(?:@(?:\[(\d+)\]|([^{}]+))|([a-g])(\d*))\}/g;
const BREAK = /<br\s*\/?>|<\/(?:p|div|li|tr|h\d)>/gi;
const TAG = /<\/?[a-z][^>]*>/gi;
const SIGNS: Record<string, string> = { nbsp: '\u00a0', lt: '<', gt: '>', amp: '&', quot: '"', '#39': "'" };

/** The words of a template that may be markup. */
export function wordsOf(markup: string): string {
  return markup
    .replace(BREAK, '\n')
    .replace(TAG, '')
    .replace(/&(nbsp|lt|gt|amp|quot|#39);/g, (_, sign: string) => SIGNS[sign] ?? '')
    .replace(/\n+$/, '');
}

/** What says for the values under the pointer what a template asks. */
export function templated(template: string, formatTime: FormatTime): (told: Told | Told[]) => string {
  const words = wordsOf(template);
  return told => {
    const all = Array.isArray(told) ? told : [told];
    const [first] = all;
    const time = first?.axisType?.includes('time') ? first.axisValue : undefined;
    const said = time === undefined ? words : formatTime(time, words, false);
    return said.replace(PLACE, (whole, at?: string, name?: string, alias?: string, number?: string) =>
      filled(all, { whole, at, name, alias, number })
    );
  };
}

interface Place {
  whole: string;
  at: string | undefined;
  name: string | undefined;
  alias: string | undefined;
  number: string | undefined;
}

function filled(all: Told[], { whole, at, name, alias, number }: Place): string {
  const told = all[Number(number ?? 0)];
  if (!told) {
    return whole;
  }
  if (alias) {
    const wanted = told.$vars?.[ALIASES.indexOf(alias)];
    return wanted === undefined ? whole : text(told[wanted]);
  }
  const place = at === undefined ? (told.dimensionNames ?? []).indexOf(name) : Number(at);
  if (Array.isArray(told.value)) {
    return text(told.value[place]);
  }
  return place > 0 ? '' : text(told.value);
}

function text(value: unknown): string {
  return value === null || value === undefined ? '-' : wordsOfValue(value);
}

/** What writes the numbers of a tooltip, if its format is one. */
export function valued(format: unknown): ((value: unknown) => string) | null {
  if (typeof format !== 'string' || !isFormat(format)) {
    return null;
  }
  return value => {
    const number = typeof value === 'string' && value.trim() ? Number(value) : value;
    return typeof number === 'number' && Number.isFinite(number)
      ? formatValue(number, format, 'float')
      : text(value);
  };
}

// The description of a chart without what would act in the page: markup, code, addresses of other kinds.
import { templated, valued } from './tips';
import type { FormatTime } from './tips';

export type Option = Record<string, unknown>;
export type Tables = Record<string, Option>;

/** Where a data set has its rows. */
const TABLE = 'jss:table';
const PICTURE = 'image://';
const HANDLER = /^on(click|dblclick|contextmenu|mouse\w+|drag\w*|drop|global\w+)$/;
const SAFE_LINK = /^https?:\/\//i;
const SAFE_PICTURE = /^(https?:\/\/|data:image\/)/i;
/** Parts of a tooltip that are for one made of HTML. */
const OF_MARKUP = new Set(['appendTo', 'appendToBody', 'className', 'extraCssText']);
/** Kinds whose parts lead somewhere when they are clicked. */
const LEADING = new Set(['treemap', 'sunburst', 'tree']);
const KINDS = [
  ...[
    'bar',
    'boxplot',
    'candlestick',
    'chord',
    'effectScatter',
    'funnel',
    'gauge',
    'graph',
    'heatmap',
    'line'
  ],
  ...['lines', 'parallel', 'pictorialBar', 'pie', 'radar', 'sankey', 'scatter', 'sunburst', 'themeRiver'],
  ...['tree', 'treemap']
];

export function isOption(value: unknown): value is Option {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The parts of one kind, of which there may be one or several. */
export function parts(value: unknown): Option[] {
  return (Array.isArray(value) ? value : [value]).filter(isOption);
}

/** What may be drawn of a description, with the rows of its data sets. */
export function cleaned(option: Option, tables: Tables, formatTime: FormatTime): Option {
  const cleaner = new Cleaner(tables, formatTime);
  return cleaner.option(option);
}

/** A description and all that it becomes with time, or with another size. */
export function variants(option: Option): Option[] {
  const others = [
    ...parts(option['baseOption']),
    ...parts(option['options']),
    ...parts(option['media']).flatMap(part => parts(part['option']))
  ];
  return [option, ...others.flatMap(variants)];
}

class Cleaner {
  constructor(
    readonly tables: Tables,
    readonly formatTime: FormatTime
  ) {}

  option(option: Option): Option {
    variants(option)
      .flatMap(variant => parts(variant['series']))
      .forEach(checkKind);
    return this.#object(option, '', false);
  }

  #value(value: unknown, name: string, leads: boolean): unknown {
    if (Array.isArray(value)) {
      return value.map((item: unknown) => (isPlain(item) ? item : this.#value(item, name, leads)));
    }
    if (isOption(value)) {
      return this.#object(value, name, leads);
    }
    if (typeof value === 'string' && value.startsWith(PICTURE)) {
      return SAFE_PICTURE.test(value.slice(PICTURE.length)) ? value : 'none';
    }
    return value;
  }

  #object(given: Option, name: string, leads: boolean): Option {
    const table = given[TABLE];
    if (typeof table === 'string') {
      return this.tables[table] ?? {};
    }
    const within = leads || (name === 'series' && LEADING.has(String(given['type'])));
    const made = Object.fromEntries(
      Object.entries(given)
        .filter(([key, value]) => isAllowed(key, value) && !(within && key === 'target'))
        .map(([key, value]) => [key, this.#value(value, key, within)])
    );
    return name === 'tooltip' ? this.#tooltip(made) : adjusted(name, made);
  }

  /** A tooltip is drawn as texts, whatever it was meant to be. */
  #tooltip(given: Option): Option {
    const made = Object.fromEntries(Object.entries(given).filter(([key]) => !OF_MARKUP.has(key)));
    made['renderMode'] = 'richText';
    const { formatter, valueFormatter } = made;
    if (typeof formatter === 'string') {
      made['formatter'] = templated(formatter, this.formatTime);
    }
    const format = valued(valueFormatter);
    if (format) {
      made['valueFormatter'] = format;
    } else {
      delete made['valueFormatter'];
    }
    return made;
  }
}

function isPlain(value: unknown): boolean {
  return typeof value === 'number' || value === null;
}

function isAllowed(key: string, value: unknown): boolean {
  switch (key) {
    case '__proto__':
    case 'renderMode':
      return false;
    case 'link':
    case 'sublink':
      return typeof value !== 'string' || SAFE_LINK.test(value);
    case 'image':
      return typeof value !== 'string' || SAFE_PICTURE.test(value);
    default:
      return !HANDLER.test(key);
  }
}

function adjusted(name: string, made: Option): Option {
  if (name === 'title') {
    delete made['target']; // another page never takes the place of this one
    delete made['subtarget'];
  } else if (name === 'feature') {
    delete made['dataView']; // a page of markup
  }
  return made;
}

function checkKind({ type, coordinateSystem }: Option): void {
  if (type === 'map' || coordinateSystem === 'geo') {
    throw new Error('it lies on a map, whose shapes are not here.');
  }
  if (type !== undefined && !KINDS.includes(type as string)) {
    throw new Error(`there is no series of the type ${JSON.stringify(type)}. There are ${KINDS.join(', ')}.`);
  }
}

// How the frames of components are spoken to: version 2 in our own words, version 1 in those of Streamlit's wire.
import { componentPage } from './component_page';
import { themeOfVersion1, variablesOf } from './component_theme';
import { asString, uniqueId } from './dom';
import type { Model } from './host';
import type { Theme } from './theme';

type Values = Record<string, unknown>;

/** What a frame said, as far as it concerns its view. */
export interface Heard {
  isReady?: boolean;
  height?: number;
  width?: number;
  /** An empty one takes back what was said before. */
  problem?: string;
  /** JSON of what it sets. */
  text?: string;
}

export interface Protocol {
  /** The page of the frame. */
  source(model: Model): { src?: string; srcdoc?: string };
  /** Which colours its page has where it says nothing of them: black on white, or the other way round. */
  scheme(model: Model, theme: Theme): string;
  /** The message that shows it what there is. */
  told(model: Model, theme: Theme): object;
  heard(message: unknown): Heard | null;
  /** Of what it set: the value that there is now, and what fires, of which each goes alone. */
  values(set: unknown, model: Model): { value?: Values; fired: Values[] };
}

function asRecord(value: unknown): Values {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Values) : {};
}

function asNumber(value: unknown): number | undefined {
  return typeof value === 'number' && Number.isFinite(value) ? value : undefined;
}

// -- version 2

const keys = new WeakMap<Model, string>();

function keyOf(model: Model): string {
  const key = keys.get(model) ?? uniqueId('component');
  keys.set(model, key);
  return key;
}

/** How often a component may fire at once: each of one name is a run. */
const MOST_FIRED = 200;

/** Put together what was fired at once; of one name each goes alone, so that none is lost. */
function apart(fired: unknown[]): Values[] {
  if (fired.length > MOST_FIRED) {
    throw new Error(`it fired ${String(fired.length)} times at once; ${String(MOST_FIRED)} are the most`);
  }
  const groups: Values[] = [];
  for (const [name, value] of fired as [string, unknown][]) {
    let group = groups.find(known => !Object.hasOwn(known, name));
    if (!group) {
      group = {};
      groups.push(group);
    }
    group[name] = value;
  }
  return groups;
}

export const version2: Protocol = {
  source: () => ({ srcdoc: componentPage() }),
  scheme: (_model, theme) => (theme.dark ? 'dark' : 'light'),
  told(model, theme) {
    const options = asRecord(model.get('options'));
    const high = options['height'] === 'content' ? '' : 'fills';
    const told = {
      parts: model.get('parts'),
      data: JSON.parse(asString(model.get('data')) || '{}') as unknown,
      name: options['name'],
      key: keyOf(model),
      variables: variablesOf(theme),
      scheme: theme.dark ? 'dark' : 'light',
      layout: `${high} ${options['width'] === 'content' ? 'fit' : ''}`.trim()
    };
    return { jss: 'component', op: 'show', told };
  },
  heard(message) {
    const said = asRecord(message);
    if (said['jss'] !== 'component') {
      return null;
    }
    switch (said['op']) {
      case 'ready':
        return { isReady: true };
      case 'shown':
        return { problem: '' };
      case 'problem':
        return { problem: asString(said['text']) || 'something failed' };
      case 'size':
        return { height: asNumber(said['height']), width: asNumber(said['width']) } as Heard;
      case 'set':
        return { text: asString(said['text']) };
      default:
        return null;
    }
  },
  values(set, model) {
    const { state, fired } = asRecord(set);
    const changed = asRecord(state);
    const value =
      Object.keys(changed).length > 0 ? { value: { ...asRecord(model.get('value')), ...changed } } : {};
    return { ...value, fired: apart(Array.isArray(fired) ? fired : []) };
  }
};

// -- version 1

/** In a dark app a page is dark too, unless it has colours of its own: not black on black. */
const FOLLOW =
  "<script>addEventListener('message',({data,source})=>{if(source===parent&&data?.type==='streamlit:render')document.documentElement.style.colorScheme=data.theme.base})</script>";

export const version1: Protocol = {
  source(model) {
    const address = asString(asRecord(model.get('parts'))['src']);
    if (address) {
      return { src: address };
    }
    const page = model.get('page') as DataView | null;
    return { srcdoc: page ? new TextDecoder().decode(page) + FOLLOW : '' };
  },
  // To a page of somewhere else nothing can be added that follows the theme.
  scheme: (model, theme) => (theme.dark && !asRecord(model.get('parts'))['src'] ? 'dark' : 'light'),
  told(model, theme) {
    const told = asRecord(JSON.parse(asString(model.get('data')) || '{}'));
    const args = { ...asRecord(told['args']), ...decoded(told['bytes']) };
    const dfs = Object.entries(asRecord(told['tables'])).map(([key, table]) => ({
      key,
      value: { data: decoded(table) }
    }));
    return { type: 'streamlit:render', args, dfs, disabled: false, theme: themeOfVersion1(theme) };
  },
  heard(message) {
    const said = asRecord(message);
    switch (said['type']) {
      case 'streamlit:componentReady':
        return { isReady: true };
      case 'streamlit:setFrameHeight':
        return { height: asNumber(said['height']) } as Heard;
      case 'streamlit:setComponentValue':
        return { text: JSON.stringify(encoded(said['value'], said['dataType'] ?? 'json')) };
      default:
        return null;
    }
  },
  values: set => ({ value: asRecord(set), fired: [] })
};

/** How a value travels on: bytes and tables as texts. */
function encoded(value: unknown, kind: unknown): Values {
  if (kind === 'bytes') {
    return { bytes: toBase64(value) };
  }
  if (kind === 'dataframe') {
    const table = asRecord(value);
    const parts = ['data', 'index', 'columns'].map(part => [part, toBase64(table[part])]);
    return { table: Object.fromEntries(parts) as Values };
  }
  return { json: value ?? null };
}

const CHUNK = 0x8000;

function toBase64(value: unknown): string {
  const isBytes =
    ArrayBuffer.isView(value) || Object.prototype.toString.call(value) === '[object ArrayBuffer]';
  if (!isBytes) {
    throw new Error('it sets bytes or a table that are none');
  }
  const bytes = ArrayBuffer.isView(value)
    ? new Uint8Array(value.buffer, value.byteOffset, value.byteLength)
    : new Uint8Array(value as ArrayBuffer);
  let text = '';
  for (let start = 0; start < bytes.length; start += CHUNK) {
    text += String.fromCharCode(...bytes.subarray(start, start + CHUNK));
  }
  return btoa(text);
}

function decoded(texts: unknown): Record<string, Uint8Array> {
  return Object.fromEntries(
    Object.entries(asRecord(texts)).map(([name, text]) => [
      name,
      Uint8Array.from(atob(asString(text)), letter => letter.charCodeAt(0))
    ])
  );
}

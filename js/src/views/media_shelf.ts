// The bytes of pictures, sounds and frames. They come once, as binary buffers, under a fingerprint by which the HTML of
// any view names them: `data-jss-src`, `data-jss-srcdoc`, `data-jss-data`.

interface Stored {
  bytes: Uint8Array;
  type: string;
  url?: string;
}

export interface MediaMessage {
  op: 'media';
  media: [string, string][];
}

/** What is kept of what no page shows any more. */
const ROOM = 128 * 1024 * 1024;
/** What comes with a patch comes right before it: only what is not there after this time is asked for. */
const PATIENCE_MS = 150;
/** In a dark app a page in a frame is dark too, unless it has colours of its own: not black on white. */
const DARK = '<meta name="color-scheme" content="dark">';
const ATTRIBUTES = ['src', 'srcdoc', 'data'] as const;
const NAMED = ATTRIBUTES.map(name => `[data-jss-${name}]`).join(',');
/** Says how high a page is, since nobody outside may look into its frame. */
const MEASURE =
  "<script>(()=>{const r=document.documentElement;const tell=()=>parent.postMessage({jssHeight:Math.max(r.offsetHeight,document.body?.scrollHeight??0)},'*');new ResizeObserver(tell).observe(r);addEventListener('load',tell);tell()})()</script>";

const shelf = new Map<string, Stored>();
const waiting = new Map<string, Set<HTMLElement>>();
const applied = new WeakMap<Element, string>();

export function isMedia(message: unknown): message is MediaMessage {
  return (
    typeof message === 'object' &&
    message !== null &&
    (message as Partial<MediaMessage>).op === 'media' &&
    Array.isArray((message as Partial<MediaMessage>).media)
  );
}

/** Put on the shelf what came, and show it where it is waited for. */
export function takeMedia({ media }: MediaMessage, buffers: readonly DataView[]): void {
  media.forEach(([id, type], index) => {
    const buffer = buffers[index];
    if (!buffer) {
      return;
    }
    const bytes = new Uint8Array(buffer.buffer, buffer.byteOffset, buffer.byteLength).slice();
    if (!shelf.has(id)) {
      shelf.set(id, { bytes, type });
    }
    waiting.get(id)?.forEach(node => {
      apply(node);
    });
    waiting.delete(id);
  });
  makeRoom();
}

/** Give the elements below `root` what they name; `ask` for what is not there. */
export function showMedia(root: Element, ask: (ids: string[]) => void): void {
  const missing = new Set<string>();
  root.querySelectorAll<HTMLElement>(NAMED).forEach(node => {
    const id = named(node)?.id;
    if (id !== undefined && applied.get(node) !== id && !apply(node)) {
      const nodes = waiting.get(id) ?? new Set();
      waiting.set(id, nodes.add(node));
      missing.add(id);
    }
  });
  if (missing.size > 0) {
    setTimeout(() => {
      const still = [...missing].filter(id => waiting.has(id));
      if (still.length > 0) {
        ask(still);
      }
    }, PATIENCE_MS);
  }
}

function named(node: HTMLElement): { id: string; attribute: (typeof ATTRIBUTES)[number] } | undefined {
  for (const attribute of ATTRIBUTES) {
    const id = node.getAttribute(`data-jss-${attribute}`);
    if (id !== null) {
      return { id, attribute };
    }
  }
  return undefined;
}

/** Whether the element has what it names now. */
function apply(node: HTMLElement): boolean {
  const wanted = named(node);
  const found = wanted && shelf.get(wanted.id);
  if (!wanted || !found) {
    return false;
  }
  shelf.delete(wanted.id); // what was used last is let go of last
  shelf.set(wanted.id, found);
  applied.set(node, wanted.id);
  if (wanted.attribute === 'srcdoc') {
    const text = new TextDecoder().decode(found.bytes);
    node.setAttribute(
      'srcdoc',
      text + schemeOf(node) + (node.dataset['jssFit'] === undefined ? '' : MEASURE)
    );
  } else {
    node.setAttribute(wanted.attribute, urlOf(found) + moments(node));
  }
  return true;
}

function schemeOf(node: Element): string {
  return getComputedStyle(node).colorScheme === 'dark' ? DARK : '';
}

function urlOf(stored: Stored): string {
  stored.url ??= URL.createObjectURL(new Blob([stored.bytes as BlobPart], { type: stored.type }));
  return stored.url;
}

/** Where a sound or a film begins and ends. */
function moments(node: HTMLElement): string {
  const { jssStart: start, jssEnd: end } = node.dataset;
  if ((start === undefined || start === '0') && end === undefined) {
    return '';
  }
  return `#t=${start ?? '0'}${end === undefined ? '' : `,${end}`}`;
}

function makeRoom(): void {
  let total = [...shelf.values()].reduce((sum, stored) => sum + stored.bytes.byteLength, 0);
  for (const [id, stored] of shelf) {
    if (total <= ROOM) {
      return;
    }
    const isShown = ATTRIBUTES.some(name => document.querySelector(`[data-jss-${name}="${id}"]`) !== null);
    if (!isShown) {
      total -= stored.bytes.byteLength;
      shelf.delete(id);
      if (stored.url !== undefined) {
        URL.revokeObjectURL(stored.url);
      }
    }
  }
}

const HIGHEST = 20_000;

/** Let frames be as high as the pages in them, which tell. */
export function listenForHeights(target: Window): void {
  target.addEventListener('message', ({ data, source }) => {
    const height = (data as { jssHeight?: unknown } | null)?.jssHeight;
    if (typeof height !== 'number' || !(height > 0)) {
      return;
    }
    for (const frame of document.querySelectorAll<HTMLIFrameElement>('iframe[data-jss-fit]')) {
      if (frame.contentWindow === source) {
        frame.style.height = `${Math.min(Math.ceil(height), HIGHEST)}px`;
      }
    }
  });
}

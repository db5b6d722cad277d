// The keys of session state, offered while a cell is written: after `st.session_state.` and `session_state["`.
import type { JupyterFrontEnd, JupyterFrontEndPlugin } from '@jupyterlab/application';
import { ICompletionProviderManager } from '@jupyterlab/completer';
import type { CompletionHandler, ICompletionContext, ICompletionProvider } from '@jupyterlab/completer';
import type { Client } from './client';
import type { Core } from './core';
import { ICore } from './core';
import type * as P from './protocol';

const ATTRIBUTE = /\bsession_state\.([\p{L}\p{N}_]*)$/u;
const ITEM = /\bsession_state\[\s*(["'])([^"'\\\n]*)$/;
const IDENTIFIER = /^[\p{L}_][\p{L}\p{N}_]*$/u;
const UNFIT = /["'\\\n]/;

/**
 * How long the kernel has to tell the keys, and how long it goes on telling changes, in milliseconds. JupyterLab gives
 * up sooner, as its user has set it; a shorter time of our own would offer nothing the first time on a slow computer.
 */
const WAIT = 10_000;
const LEASE = 60_000;

export interface Place {
  /** Where the key begins that is being written. */
  readonly start: number;
  /** The quote it stands in; null for an attribute. */
  readonly quote: string | null;
}

/** Where in a text a key is being written, or null if none is. */
export function placeOf(text: string, offset: number): Place | null {
  const before = text.slice(0, offset);
  const attribute = ATTRIBUTE.exec(before);
  if (attribute) {
    return { start: offset - (attribute[1] ?? '').length, quote: null };
  }
  const item = ITEM.exec(before);
  return item && { start: offset - (item[2] ?? '').length, quote: item[1] ?? null };
}

/** What is offered there. */
export function offers(
  entries: Iterable<P.Entry>,
  { start, quote }: Place,
  text: string,
  offset: number
): CompletionHandler.ICompletionItem[] {
  const begun = text.slice(start, offset);
  const fits = (key: string) =>
    key.startsWith(begun) && (quote === null ? IDENTIFIER.test(key) : !UNFIT.test(key));
  const rest = text.slice(offset);
  const close = quote === null || rest.startsWith(quote) ? '' : rest.startsWith(']') ? quote : `${quote}]`;
  return [...entries]
    .filter(({ key }) => fits(key))
    .map(({ key, type, preview }) => ({
      label: key,
      insertText: key + close,
      type,
      documentation: preview
    }));
}

/** The keys that a client knows, or is told soon. */
export class KeySource {
  private _end: ReturnType<typeof setTimeout> | null = null;

  /** @param owner who is noted as interested; one for each page */
  constructor(private readonly owner: object = {}) {}

  async keys(client: Client): Promise<readonly P.Entry[]> {
    const app = client.chosen?.name;
    if (app === undefined) {
      return [];
    }
    client.want(this.owner, { app, state: true, history: false, rank: 10 });
    this._lease(client);
    if (client.keys?.known !== true) {
      await told(client);
    }
    return [...(client.keys?.entries.values() ?? [])];
  }

  private _lease(client: Client): void {
    if (this._end !== null) {
      clearTimeout(this._end);
    }
    this._end = setTimeout(() => {
      this._end = null;
      client.want(this.owner, null);
    }, LEASE);
  }
}

/** Wait until a client knows the keys, but not for ever: a kernel may be gone. */
function told(client: Client): Promise<void> {
  return new Promise(resolve => {
    const end = () => {
      clearTimeout(timer);
      client.changed.disconnect(look);
      resolve();
    };
    const look = () => {
      if (client.keys?.known === true) {
        end();
      }
    };
    const timer = setTimeout(end, WAIT);
    client.changed.connect(look);
  });
}

class KeyProvider implements ICompletionProvider {
  readonly identifier = 'CompletionProvider:jupyter-session-state';
  readonly rank = 600;
  private readonly _sources = new WeakMap<Client, KeySource>();

  constructor(private readonly core: Core) {}

  isApplicable(context: ICompletionContext): Promise<boolean> {
    return Promise.resolve(this._client(context)?.isOpen === true);
  }

  async fetch(
    { text, offset }: CompletionHandler.IRequest,
    context: ICompletionContext
  ): Promise<CompletionHandler.ICompletionItemsReply> {
    const place = placeOf(text, offset);
    const client = this._client(context);
    if (!place || !client) {
      return { start: offset, end: offset, items: [] };
    }
    const source = this._sources.get(client) ?? new KeySource();
    this._sources.set(client, source);
    return { start: place.start, end: offset, items: offers(await source.keys(client), place, text, offset) };
  }

  private _client({ widget }: ICompletionContext): Client | undefined {
    const panel = this.core.tracker.find(other => other === widget);
    return panel && this.core.sessions.of(panel)?.client;
  }
}

export const completion: JupyterFrontEndPlugin<void> = {
  id: 'jupyter-session-state:completion',
  description: 'Completes the keys of session state in cells.',
  autoStart: true,
  optional: [ICore, ICompletionProviderManager],
  activate: (_app: JupyterFrontEnd, shared: Core | null, manager: ICompletionProviderManager | null) => {
    if (shared && manager) {
      manager.registerProvider(new KeyProvider(shared));
    }
  }
};

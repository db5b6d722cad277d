// Buttons with markup in their label: one that saves a file, and a link that tells of its clicks.
import { asString, element, setAttributes, setHtml, uniqueId } from './dom';
import { changes, follow } from './follow';
import type { Model, RenderContext } from './host';

const REVOKE_MS = 60_000;

interface FileMessage {
  op: 'file';
  name: string;
  mime: string | null;
}

interface FailedMessage {
  op: 'failed';
  problem: string;
}

type Message = FileMessage | FailedMessage;

/** Let the browser save some bytes under a name. */
export function save(name: string, mime: string | null, parts: BlobPart[]): void {
  const url = URL.createObjectURL(new Blob(parts, { type: mime ?? 'application/octet-stream' }));
  const link = element('a', '', { href: url, download: name });
  link.click();
  // The browser may still read it when the click is over.
  setTimeout(() => {
    URL.revokeObjectURL(url);
  }, REVOKE_MS);
}

class DownloadView {
  readonly #model: Model;
  readonly #button = element('button', 'jss-button', { type: 'button' });
  readonly #problem = element('div', 'jss-problem', { role: 'alert', id: uniqueId('problem') });
  /** Whether this view, of the several a model may have, asked for the file. */
  #asked = false;

  constructor(model: Model, el: HTMLElement) {
    this.#model = model;
    el.classList.add('jss-buttonlike');
    el.append(this.#button, this.#problem);
    this.#button.addEventListener('click', () => {
      this.#ask();
    });
    this.update();
  }

  update(): void {
    setHtml(this.#button, asString(this.#model.get('description')));
    this.#button.disabled = this.#model.get('disabled') === true;
  }

  #ask(): void {
    this.#problem.textContent = '';
    this.#asked = true;
    setAttributes(this.#button, { 'aria-busy': 'true' });
    this.#model.send({ event: 'fetch' });
    if (this.#model.get('reruns') === true) {
      this.#model.send({ event: 'click' });
    }
  }

  take(message: Message, buffers: readonly DataView[]): void {
    if (!this.#asked) {
      return;
    }
    this.#asked = false;
    setAttributes(this.#button, { 'aria-busy': null });
    if (message.op === 'failed') {
      this.#problem.textContent = message.problem;
    } else {
      save(message.name, message.mime, buffers as unknown as BlobPart[]);
    }
  }
}

function isMessage(content: unknown): content is Message {
  const op = (content as { op?: unknown } | null)?.op;
  return op === 'file' || op === 'failed';
}

function renderDownload(context: RenderContext): (() => void) | undefined {
  const { model, el } = context;
  const view = new DownloadView(model, el);
  const update = () => {
    view.update();
  };
  return follow(context, {
    ...changes(['description', 'disabled'], update),
    'msg:custom': (content, buffers) => {
      if (isMessage(content)) {
        view.take(content, buffers ?? []);
      }
    }
  });
}

function renderLink(context: RenderContext): (() => void) | undefined {
  const { model, el } = context;
  const link = element('a', 'jss-button', { target: '_blank', rel: 'noopener noreferrer' });
  const update = () => {
    const href = model.get('disabled') === true ? '' : asString(model.get('href'));
    setHtml(link, asString(model.get('description')));
    setAttributes(link, {
      href: href || null,
      role: href ? null : 'link',
      'aria-disabled': href ? null : 'true'
    });
  };
  el.classList.add('jss-buttonlike');
  el.append(link);
  link.addEventListener('click', () => {
    if (model.get('disabled') !== true) {
      model.send({ event: 'click' });
    }
  });
  update();
  return follow(context, changes(['description', 'disabled', 'href'], update));
}

export const download = { initialize(): void {}, render: renderDownload };
export const link = { initialize(): void {}, render: renderLink };

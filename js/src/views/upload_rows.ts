// The list below an upload: one row for each file that was sent, is being sent, or could not be.
import { element, setAttributes } from './dom';
import { sizeText } from './files';
import type { Entry } from './upload_entries';

export type Preview = 'image' | 'audio' | null;

class Row {
  readonly node = element('li', 'jss-file');
  readonly remove = element('button', 'jss-file-remove', { type: 'button' }, '×');
  readonly #name = element('span', 'jss-file-name');
  readonly #size = element('span', 'jss-file-size');
  readonly #problem = element('span', 'jss-file-problem');
  readonly #progress = element('progress', 'jss-file-progress');
  readonly #preview: Preview;
  #shown = '';

  constructor(
    readonly entry: Entry,
    preview: Preview
  ) {
    this.#preview = preview;
    const line = element('div', 'jss-file-line', {}, this.#name, this.#size, this.remove);
    this.node.append(line, this.#progress, this.#problem);
  }

  update(disabled: boolean): void {
    const { info, name, problem, received, size } = this.entry;
    const isSending = !info && problem === undefined;
    this.node.classList.toggle('jss-failed', problem !== undefined);
    this.#name.textContent = this.#name.title = name;
    this.#size.textContent = isSending ? `${sizeText(received)} of ${sizeText(size)}` : sizeText(size);
    this.#progress.hidden = !isSending;
    setAttributes(this.#progress, {
      max: Math.max(1, size),
      value: received,
      'aria-label': `Sending ${name}`
    });
    this.#problem.textContent = problem ?? '';
    this.remove.disabled = disabled;
    this.remove.setAttribute('aria-label', `Remove ${name}`);
    this.#showPreview();
  }

  #showPreview(): void {
    const { name, url = '' } = this.entry;
    if (this.#preview && url !== this.#shown) {
      this.#shown = url;
      this.node.append(previewOf(this.#preview, url, name));
    }
  }
}

function previewOf(preview: 'image' | 'audio', url: string, name: string): HTMLElement {
  return preview === 'image'
    ? element('img', 'jss-file-preview', { src: url, alt: name })
    : element('audio', 'jss-file-preview', { src: url, controls: true, 'aria-label': name });
}

export class Rows {
  readonly node = element('ul', 'jss-files');
  readonly #preview: Preview;
  readonly #remove: (entry: Entry) => void;
  #rows = new Map<Entry, Row>();

  constructor(preview: Preview, remove: (entry: Entry) => void) {
    this.#preview = preview;
    this.#remove = remove;
  }

  /** Show these entries in this order; a row stays as long as its entry does. */
  show(entries: readonly Entry[], disabled: boolean): void {
    const before = this.#rows;
    const focused = [...before.values()].findIndex(row => row.node.contains(document.activeElement));
    this.#rows = new Map(entries.map(entry => [entry, before.get(entry) ?? this.#make(entry)]));
    before.forEach((row, entry) => {
      if (!this.#rows.has(entry)) {
        row.node.remove();
      }
    });
    let index = 0;
    for (const row of this.#rows.values()) {
      row.update(disabled);
      if (this.node.children[index] !== row.node) {
        this.node.insertBefore(row.node, this.node.children[index] ?? null);
      }
      index += 1;
    }
    this.node.hidden = entries.length === 0;
    this.#keepFocus(focused);
  }

  /** Show how far one of them is. */
  follow(entry: Entry, disabled: boolean): void {
    this.#rows.get(entry)?.update(disabled);
  }

  /** Whoever removes one file after the other finds the next button under the same key. */
  #keepFocus(index: number): void {
    if (index >= 0 && !this.node.contains(document.activeElement)) {
      [...this.#rows.values()][Math.min(index, this.#rows.size - 1)]?.remove.focus();
    }
  }

  #make(entry: Entry): Row {
    const row = new Row(entry, this.#preview);
    row.remove.addEventListener('click', () => {
      this.#remove(entry);
    });
    return row;
  }
}

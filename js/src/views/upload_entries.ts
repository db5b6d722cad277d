// What a view knows of the files of an upload: those the kernel has, those on their way, those that failed.
import { fileInfos, problemOf } from './files';
import type { Chosen, FileInfo } from './files';
import type { Model } from './host';
import { Sender } from './sender';
import type { Sending } from './sender';

/** One file. `info` is there once the kernel has it, `problem` if it will never have it. */
export interface Entry {
  name: string;
  size: number;
  received: number;
  info?: FileInfo;
  problem?: string;
  /** As long as it can be taken back: until it is part of the value. */
  sending?: Sending;
  /** Address of its data in this page, for a picture or a player. */
  url?: string;
}

export interface EntriesEvents {
  /** Other entries are there; or only this one got further. */
  changed: (entry?: Entry) => void;
  /** For those who cannot see the list. */
  say: (text: string) => void;
  /** What no entry tells. */
  warn: (text: string) => void;
  /** Brings a file into the form that is wanted, whatever its type. */
  prepare?: (file: Chosen) => Promise<Chosen>;
}

function isSending({ info, problem }: Entry): boolean {
  return !info && problem === undefined;
}

function idsOf(infos: readonly FileInfo[]): string {
  return infos.map(info => info.id).join();
}

export class Entries {
  readonly #model: Model;
  readonly #sender: Sender;
  readonly #events: EntriesEvents;
  #all: Entry[] = [];

  constructor(model: Model, events: EntriesEvents) {
    this.#model = model;
    this.#sender = new Sender(model);
    this.#events = events;
  }

  get all(): readonly Entry[] {
    return this.#all;
  }

  get isSending(): boolean {
    return this.#all.some(isSending);
  }

  get #isSingle(): boolean {
    return this.#model.get('multiple') === '';
  }

  get #limits(): { types: string[]; maxSize: number } {
    return { types: this.#model.get('types') as string[], maxSize: Number(this.#model.get('max_size')) };
  }

  get #value(): FileInfo[] {
    return fileInfos(this.#model.get('value'));
  }

  /** Follow the model: first the files it has, then those that are not part of its value. */
  adopt(): void {
    const known = new Map(this.#all.map(entry => [entry.info?.id, entry]));
    const files = this.#value.map(
      info => known.get(info.id) ?? { name: info.name, size: info.size, received: info.size, info }
    );
    const others = this.#all.filter(entry => !files.includes(entry) && (!entry.info || entry.sending));
    this.#keep([...files, ...others]);
  }

  /** Send what a person chose. A single upload takes the first file, in place of the one before. */
  choose(files: readonly Chosen[]): void {
    if (files.length === 0) {
      return;
    }
    const isDirectory = this.#model.get('multiple') === 'directory';
    const fitting = isDirectory ? files.filter(file => problemOf(file, this.#limits) === null) : files;
    const taken = this.#isSingle ? fitting.slice(0, 1) : fitting;
    const left = files.length - taken.length;
    this.#events.warn(left > 0 ? `${left} of ${files.length} files were left out.` : '');
    const stay = this.#all.filter(entry => entry.info ?? (!this.#isSingle && isSending(entry)));
    this.#all
      .filter(entry => !stay.includes(entry))
      .forEach(entry => {
        entry.sending?.cancel();
      });
    this.#keep([...stay, ...taken.map(file => this.#entryOf(file))]);
  }

  remove(entry: Entry): void {
    this.#events.say(`${entry.name} was removed.`);
    entry.sending?.cancel();
    this.#keep(this.#all.filter(other => other !== entry));
    const rest = this.#value.filter(info => info.id !== entry.info?.id);
    if (rest.length < this.#value.length) {
      this.#set(rest);
    }
    this.#commit();
  }

  dispose(): void {
    this.#sender.dispose();
    this.#keep([]);
  }

  #entryOf(file: Chosen): Entry {
    const entry: Entry = { name: file.name, size: file.file.size, received: 0 };
    const problem = this.#events.prepare ? null : problemOf(file, this.#limits);
    if (problem !== null) {
      entry.problem = problem;
      this.#events.say(`${entry.name}: ${problem}`);
    } else {
      void this.#send(entry, file);
    }
    return entry;
  }

  async #send(entry: Entry, file: Chosen): Promise<void> {
    try {
      const prepared = await this.#prepared(entry, file);
      if (!this.#all.includes(entry)) {
        return; // removed meanwhile
      }
      entry.sending = this.#sender.send(prepared, received => {
        entry.received = received;
        this.#events.changed(entry);
      });
      entry.info = await entry.sending.done;
      this.#events.say(`${entry.name} was uploaded.`);
    } catch (error) {
      entry.problem = error instanceof Error ? error.message : String(error);
      if (this.#all.includes(entry)) {
        this.#events.say(`${entry.name}: ${entry.problem}`);
      }
    }
    this.#events.changed(entry);
    this.#commit();
  }

  async #prepared(entry: Entry, file: Chosen): Promise<Chosen> {
    await Promise.resolve(); // so that the entry is known before anything can fail
    if (!this.#events.prepare) {
      return file;
    }
    const made = await this.#events.prepare(file);
    const problem = problemOf(made, this.#limits);
    if (problem !== null) {
      throw new Error(problem);
    }
    Object.assign(entry, { name: made.name, size: made.file.size, url: URL.createObjectURL(made.file) });
    this.#events.changed(entry);
    return made;
  }

  /** Once nothing is on its way any more, what arrived becomes the value. */
  #commit(): void {
    const files = this.#all.flatMap(entry => entry.info ?? []);
    const value = this.#isSingle ? files.slice(-1) : files;
    if (this.isSending || idsOf(value) === idsOf(this.#value)) {
      return;
    }
    this.#all.forEach(entry => {
      if (entry.info) {
        delete entry.sending;
      }
    });
    this.#set(value);
  }

  #set(value: FileInfo[]): void {
    this.#model.set('value', value);
    this.#model.save_changes();
    this.adopt();
  }

  #keep(entries: Entry[]): void {
    this.#all
      .filter(entry => entry.url !== undefined && !entries.includes(entry))
      .forEach(entry => {
        URL.revokeObjectURL(entry.url ?? '');
      });
    this.#all = entries;
    this.#events.changed();
  }
}

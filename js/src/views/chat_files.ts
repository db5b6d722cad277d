// What goes along with a message of the chat input: files, and a recording. They are sent to the kernel at once,
// and are the message's only when it names them.
import { Microphone, hasDevices } from './devices';
import { asString, element, setAttributes } from './dom';
import { droppedFiles, pickedFiles } from './drops';
import type { Chosen, FileInfo } from './files';
import type { Model } from './host';
import { toWav } from './media';
import { Entries } from './upload_entries';
import type { Entry } from './upload_entries';
import { Rows } from './upload_rows';

const PLUS =
  '<svg viewBox="0 0 24 24" width="20" height="20" aria-hidden="true"><path d="M12 5v14M5 12h14"/></svg>';
const NAMES: Record<string, string> = {
  '': 'Attach a file',
  files: 'Attach files',
  directory: 'Attach a folder'
};

/** The control's model for what is not sent yet: this page keeps it, so the value stays here. */
function draftOf(model: Model, own: Record<string, unknown>): Model {
  const kept: Record<string, unknown> = { ...own, value: [] };
  return {
    widget_manager: model.widget_manager,
    get: name => (name in kept ? kept[name] : model.get(name)),
    set: (name, value) => {
      kept[name] = value;
    },
    save_changes: () => undefined,
    send: (content, callbacks, buffers) => {
      model.send(content, callbacks, buffers);
    },
    on: (event, callback) => {
      model.on(event, callback);
    },
    off: (event, callback) => {
      model.off(event, callback);
    }
  };
}

/** What came of one part of a message: its entries, and the list that shows them. */
class Part {
  readonly entries: Entries;
  readonly rows: Rows;

  constructor(model: Model, preview: 'audio' | null, changed: () => void, say: (text: string) => void) {
    const prepare =
      preview === null
        ? undefined
        : async (file: Chosen) => toWav(file, (model.get('sample_rate') as number | null) ?? null);
    this.rows = new Rows(preview, entry => {
      this.entries.remove(entry);
    });
    this.entries = new Entries(model, {
      changed: (entry?: Entry) => {
        if (entry) {
          this.rows.follow(entry, false);
        } else {
          this.rows.show(this.entries.all, false);
        }
        changed();
      },
      say,
      warn: say,
      ...(prepare && { prepare })
    });
    this.rows.show([], false);
  }

  get infos(): FileInfo[] {
    return this.entries.all.flatMap(entry => entry.info ?? []);
  }
}

export class Attachments {
  /** The lists, to stand above the field. */
  readonly list = element('div', 'jss-chat-files');
  /** The buttons, to stand before it. */
  readonly tools = element('div', 'jss-chat-tools');
  readonly #model: Model;
  readonly #input = element('input', 'jss-upload-input', { type: 'file' });
  readonly #status = element('div', 'jss-upload-status', { role: 'status' });
  readonly #attach = element('span', 'jss-chat-attach');
  readonly #changed: () => void;
  #files: Part;
  #audio: Part;
  #microphone: Microphone | null = null;

  constructor(model: Model, changed: () => void) {
    this.#model = model;
    this.#changed = changed;
    this.#attach.innerHTML = PLUS;
    this.#attach.append(this.#input);
    this.tools.append(this.#attach);
    [this.#files, this.#audio] = this.#renew();
    this.#input.addEventListener('change', () => {
      this.choose(pickedFiles(this.#input));
      this.#input.value = ''; // the same file can be chosen again
    });
  }

  get isSending(): boolean {
    return this.#files.entries.isSending || this.#audio.entries.isSending;
  }

  /** How many will never be there. */
  get failed(): number {
    return [this.#files, this.#audio].flatMap(({ entries }) => entries.all.filter(({ problem }) => problem))
      .length;
  }

  get isEmpty(): boolean {
    return this.#files.infos.length + this.#audio.infos.length === 0;
  }

  /** What a message says of them; nothing where none are taken. */
  get named(): Record<string, FileInfo[]> {
    return {
      ...(this.#takesFiles && { files: this.#files.infos }),
      ...(this.#takesAudio && { audio: this.#audio.infos })
    };
  }

  get #takesFiles(): boolean {
    return this.#model.get('accept_file') === true;
  }

  get #takesAudio(): boolean {
    return this.#model.get('accept_audio') === true;
  }

  update(isDisabled: boolean): void {
    const multiple = asString(this.#model.get('multiple'));
    this.#attach.hidden = !this.#takesFiles;
    setAttributes(this.#input, {
      accept: ((this.#model.get('types') as string[] | undefined) ?? []).join(','),
      multiple: multiple !== '',
      webkitdirectory: multiple === 'directory',
      disabled: isDisabled || !this.#takesFiles,
      'aria-label': NAMES[multiple] ?? null,
      title: NAMES[multiple] ?? null
    });
    if (this.#takesAudio && !this.#microphone && hasDevices()) {
      this.#microphone = this.#listenTo();
      this.tools.append(this.#microphone.node);
    }
    this.#microphone?.update(isDisabled);
  }

  choose(files: readonly Chosen[]): void {
    if (this.#takesFiles && this.#model.get('disabled') !== true) {
      this.#files.entries.choose(files);
    }
  }

  async drop(dropped: DataTransfer | null): Promise<void> {
    try {
      this.choose(await droppedFiles(dropped));
    } catch {
      this.say('What was dropped could not be read.');
    }
  }

  /** They were sent: the next message begins without any. */
  clear(): void {
    this.#forget();
    [this.#files, this.#audio] = this.#renew();
  }

  dispose(): void {
    this.#microphone?.stop();
    this.#forget();
  }

  #forget(): void {
    this.#files.entries.dispose();
    this.#audio.entries.dispose();
  }

  #renew(): [Part, Part] {
    const parts: [Part, Part] = [
      new Part(draftOf(this.#model, {}), null, this.#changed, this.say),
      new Part(draftOf(this.#model, { types: [], multiple: '' }), 'audio', this.#changed, this.say)
    ];
    this.list.replaceChildren(...parts.map(part => part.rows.node), this.#status);
    return parts;
  }

  #listenTo(): Microphone {
    return new Microphone({
      take: file => {
        this.#audio.entries.choose([{ file, name: file.name }]);
      },
      problem: this.say
    });
  }

  /** Tell those who cannot see it, too. */
  readonly say = (text: string): void => {
    this.#status.textContent = text;
  };
}

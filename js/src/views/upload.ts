// A place to choose files or drop them, with a list of what was sent. With a device also a way to make them.
import { Camera, Microphone, hasDevices } from './devices';
import type { Device } from './devices';
import { asString, element, setAttributes, setOff, uniqueId } from './dom';
import { droppedFiles, pickedFiles } from './drops';
import { hintText } from './files';
import type { Chosen } from './files';
import { followed } from './follow';
import type { Model } from './host';
import { Label } from './label';
import { toJpeg, toWav } from './media';
import { STILL_SENDING, holdSubmit } from './submit';
import { Entries } from './upload_entries';
import type { Entry } from './upload_entries';
import { Rows } from './upload_rows';

const TRAITS = ['types', 'max_size', 'multiple', 'description', 'disabled'];
const INVITATIONS: Record<string, string> = {
  '': 'Drop a file here',
  files: 'Drop files here',
  directory: 'Drop a folder here'
};

/** What differs where a device can make the file. */
interface Medium {
  invitation: string;
  accept: string;
  preview: 'image' | 'audio';
  problem: string;
  prepare: (file: Chosen, model: Model) => Promise<Chosen>;
  device: (events: { take: (file: File) => void; problem: (text: string) => void }, model: Model) => Device;
}

function numberOf(model: Model, name: string): number | null {
  const value = model.get(name);
  return typeof value === 'number' ? value : null;
}

const MEDIA: Record<string, Medium> = {
  camera: {
    invitation: 'Choose a picture',
    accept: 'image/*',
    preview: 'image',
    problem: 'This is no picture that can be read.',
    prepare: file => toJpeg(file),
    device: (events, model) => new Camera(events, numberOf(model, 'height'))
  },
  microphone: {
    invitation: 'Choose a recording',
    accept: 'audio/*',
    preview: 'audio',
    problem: 'This is no recording that can be read.',
    prepare: (file, model) => toWav(file, numberOf(model, 'sample_rate')),
    device: events => new Microphone(events)
  }
};

class UploadView {
  readonly #model: Model;
  readonly #medium: Medium | undefined;
  readonly #input = element('input', 'jss-upload-input', { type: 'file' });
  readonly #label = new Label(this.#input);
  readonly #invitation = element('span', 'jss-upload-invitation');
  readonly #hint = element('span', 'jss-upload-hint', { id: uniqueId('hint') });
  readonly #zone: HTMLElement;
  readonly #status = element('div', 'jss-upload-status', { role: 'status' });
  readonly #notice = element('div', 'jss-problem', { 'aria-live': 'polite' });
  readonly #entries: Entries;
  readonly #rows: Rows;
  readonly #device: Device | null;
  readonly #release: () => void;

  constructor(model: Model, el: HTMLElement) {
    this.#model = model;
    this.#medium = MEDIA[asString(model.get('device'))];
    this.#entries = this.#makeEntries();
    this.#rows = new Rows(this.#medium?.preview ?? null, entry => {
      this.#entries.remove(entry);
      if (this.#entries.all.length === 0) {
        this.#input.focus();
      }
    });
    this.#device = this.#makeDevice();
    const words = element('span', 'jss-upload-words', {}, this.#invitation, this.#hint);
    const browse = element('span', 'jss-upload-browse', { 'aria-hidden': 'true' }, 'Browse');
    this.#zone = element('div', 'jss-upload-zone', {}, words, browse, this.#input);
    el.classList.add('jss-upload', 'jss-field');
    el.append(this.#label.node, ...(this.#device ? [this.#device.node] : []), this.#zone);
    el.append(this.#rows.node, this.#notice, this.#status);
    this.#release = holdSubmit(el, () => this.#entries.isSending, this.#warn);
    this.#listen();
    this.update();
    this.adopt();
  }

  get #isDisabled(): boolean {
    return this.#model.get('disabled') === true;
  }

  #makeEntries(): Entries {
    const medium = this.#medium;
    const prepare = medium && {
      prepare: async (file: Chosen) =>
        medium.prepare(file, this.#model).catch(() => {
          throw new Error(medium.problem);
        })
    };
    return new Entries(this.#model, { changed: this.#show, say: this.#say, warn: this.#warn, ...prepare });
  }

  #makeDevice(): Device | null {
    const events = {
      take: (file: File) => {
        this.#choose([{ file, name: file.name }]);
      },
      problem: this.#warn
    };
    return this.#medium && hasDevices() ? this.#medium.device(events, this.#model) : null;
  }

  adopt(): void {
    this.#entries.adopt();
  }

  /** Follow everything but the value. */
  update(): void {
    const types = this.#model.get('types') as string[];
    const multiple = asString(this.#model.get('multiple'));
    const hint = hintText(types, Number(this.#model.get('max_size')), multiple === '');
    this.#label.update(this.#model);
    this.#invitation.textContent = this.#medium?.invitation ?? INVITATIONS[multiple] ?? '';
    this.#hint.textContent = this.#medium ? '' : hint;
    setAttributes(this.#input, {
      accept: this.#medium?.accept ?? types.join(','),
      capture: this.#medium !== undefined,
      multiple: multiple !== '',
      webkitdirectory: multiple === 'directory',
      disabled: this.#isDisabled,
      'aria-label': this.#label.node.hidden ? this.#invitation.textContent : null,
      'aria-describedby': this.#hint.id
    });
    setOff(this.#zone, this.#isDisabled);
    this.#device?.update(this.#isDisabled);
    this.#show();
  }

  #listen(): void {
    this.#input.addEventListener('change', () => {
      this.#choose(pickedFiles(this.#input));
      this.#input.value = ''; // the same file can be chosen again
    });
    this.#zone.addEventListener('dragover', event => {
      event.preventDefault();
      this.#zone.classList.toggle('jss-dragged', !this.#isDisabled);
    });
    this.#zone.addEventListener('dragleave', () => {
      this.#zone.classList.remove('jss-dragged');
    });
    this.#zone.addEventListener('drop', event => {
      event.preventDefault();
      event.stopPropagation();
      this.#zone.classList.remove('jss-dragged');
      void this.#drop(event.dataTransfer);
    });
  }

  async #drop(dropped: DataTransfer | null): Promise<void> {
    try {
      this.#choose(await droppedFiles(dropped));
    } catch {
      this.#warn('What was dropped could not be read.');
    }
  }

  #choose(files: readonly Chosen[]): void {
    if (!this.#isDisabled) {
      this.#entries.choose(files);
    }
  }

  readonly #show = (entry?: Entry): void => {
    if (entry) {
      this.#rows.follow(entry, this.#isDisabled);
    } else {
      this.#rows.show(this.#entries.all, this.#isDisabled);
    }
    if (this.#notice.textContent === STILL_SENDING && !this.#entries.isSending) {
      this.#warn('');
    }
  };

  readonly #say = (text: string): void => {
    this.#status.textContent = text;
  };

  readonly #warn = (text: string): void => {
    this.#notice.textContent = text;
  };

  dispose(): void {
    this.#release();
    this.#device?.stop();
    this.#entries.dispose();
  }
}

const render = followed(TRAITS, (model, el) => new UploadView(model, el));

export const upload = { initialize(): void {}, render };

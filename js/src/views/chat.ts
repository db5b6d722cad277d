// The chat input: a field that grows with its text. Enter sends, Shift+Enter begins a new line.
import { Attachments } from './chat_files';
import { asString, element, setAttributes } from './dom';
import { changes, follow } from './follow';
import type { Model, RenderContext } from './host';
import { flushValues } from './registry';

const TRAITS = [
  'placeholder',
  'max_chars',
  'submit_mode',
  'disabled',
  'accept_file',
  'accept_audio',
  'types',
  'multiple'
];

const TALLEST = 240;
const ARROW =
  '<svg viewBox="0 0 24 24" width="20" height="20" aria-hidden="true"><path d="M12 19V6M6 11.5 12 5.5 18 11.5"/></svg>';
const SQUARE =
  '<svg viewBox="0 0 24 24" width="20" height="20" aria-hidden="true"><rect x="7" y="7" width="10" height="10"/></svg>';

class ChatView {
  readonly #model: Model;
  readonly #el: HTMLElement;
  readonly #field = element('textarea', 'jss-chat-field', { rows: 1 });
  readonly #count = element('span', 'jss-chat-count', { 'aria-hidden': 'true' });
  readonly #button = element('button', 'jss-chat-send', { type: 'button' });
  readonly #attachments: Attachments;
  /** Whether it waits for the end of the run that it caused. */
  #waits = false;
  /** It was sent while a file was on its way: so many files had failed then. */
  #wanted: number | null = null;

  constructor(model: Model, el: HTMLElement) {
    this.#model = model;
    this.#el = el;
    el.classList.add('jss-chat');
    this.#attachments = new Attachments(model, () => {
      this.#show();
      this.#sendWanted();
    });
    const { list, tools } = this.#attachments;
    el.append(list, tools, this.#field, this.#count, this.#button);
    this.#listen();
    this.update();
    this.takeDraft();
  }

  get #mode(): string {
    return asString(this.#model.get('submit_mode'));
  }

  get #stops(): boolean {
    return this.#waits && this.#mode === 'stop';
  }

  update(): void {
    const name = asString(this.#model.get('placeholder')) || 'Your message';
    const max = this.#model.get('max_chars');
    setAttributes(this.#field, {
      placeholder: name,
      'aria-label': name,
      maxlength: typeof max === 'number' && max > 0 ? max : null
    });
    this.#attachments.update(this.#model.get('disabled') === true);
    this.#show();
  }

  dispose(): void {
    this.#attachments.dispose();
  }

  /** A text of the program's goes into the field, for the person to send. It stays there for views that come later. */
  takeDraft(): void {
    const draft = asString(this.#model.get('draft'));
    if (draft !== '') {
      this.#field.value = draft;
      this.#show();
    }
  }

  /** The text in the field is the person's now, or sent: the program may say the same again. */
  #dropDraft(): void {
    if (asString(this.#model.get('draft')) !== '') {
      this.#model.set('draft', '');
      this.#model.save_changes();
    }
  }

  /** The run that was waited for is over. */
  done(): void {
    if (this.#waits) {
      const hadFocus = this.#el.contains(document.activeElement);
      this.#waits = false;
      this.#show();
      if (hadFocus) {
        this.#field.focus({ preventScroll: true });
      }
    }
  }

  get #isReady(): boolean {
    const isBusy = this.#waits || this.#attachments.isSending || this.#model.get('disabled') === true;
    return !isBusy && (this.#field.value.trim() !== '' || !this.#attachments.isEmpty);
  }

  #listen(): void {
    this.#el.addEventListener('dragover', event => {
      event.preventDefault();
    });
    this.#el.addEventListener('drop', event => {
      event.preventDefault();
      event.stopPropagation();
      void this.#attachments.drop(event.dataTransfer);
    });
    this.#field.addEventListener('input', () => {
      this.#wanted = null; // somebody has more to say
      this.#dropDraft();
      this.#show();
    });
    this.#field.addEventListener('keydown', event => {
      if (event.key === 'Enter' && !event.shiftKey && !event.isComposing) {
        event.preventDefault();
        this.#send();
      }
    });
    this.#button.addEventListener('click', () => {
      if (this.#stops) {
        this.#el.closest('.jss-app')?.querySelector<HTMLElement>('.jss-stop')?.click();
      } else {
        this.#send();
        this.#field.focus({ preventScroll: true });
      }
    });
  }

  #send(): void {
    const text = this.#field.value;
    if (!this.#isReady) {
      this.#wantToSend();
      return;
    }
    this.#wanted = null;
    this.#waits = this.#mode !== 'submit';
    const app = this.#el.closest('.jss-app');
    if (app) {
      flushValues(app);
    }
    this.#dropDraft(); // before the run, which may say the same again
    this.#model.send({ event: 'click', value: text, waits: this.#waits, ...this.#attachments.named });
    this.#field.value = '';
    this.#attachments.clear();
    this.#show();
  }

  /** Files on their way belong to the message: it goes once they are there. */
  #wantToSend(): void {
    if (this.#attachments.isSending && !this.#waits && this.#model.get('disabled') !== true) {
      this.#wanted = this.#attachments.failed;
      this.#attachments.say('Your message goes as soon as its files are there.');
    }
  }

  #sendWanted(): void {
    if (this.#wanted !== null && !this.#attachments.isSending) {
      const isWhole = this.#attachments.failed === this.#wanted;
      this.#wanted = null;
      if (isWhole) {
        this.#send();
      }
    }
  }

  #show(): void {
    const text = this.#field.value;
    const max = this.#model.get('max_chars');
    const isDisabled = this.#model.get('disabled') === true;
    this.#field.disabled = isDisabled;
    this.#field.readOnly = this.#waits;
    this.#button.disabled = !this.#stops && !this.#isReady;
    this.#button.innerHTML = this.#stops ? SQUARE : ARROW;
    setAttributes(this.#button, { 'aria-label': this.#stops ? 'Stop' : 'Send' });
    this.#count.textContent = typeof max === 'number' && max > 0 && text ? `${text.length}/${max}` : '';
    this.#grow();
  }

  #grow(): void {
    this.#field.style.height = 'auto';
    const height = this.#field.scrollHeight;
    this.#field.style.height = height > 0 ? `${Math.min(TALLEST, height)}px` : '';
  }
}

function render(context: RenderContext): (() => void) | undefined {
  const view = new ChatView(context.model, context.el);
  const heard = {
    ...changes(TRAITS, () => {
      view.update();
    }),
    ...changes(['draft'], () => {
      view.takeDraft();
    }),
    'msg:custom': (content: unknown) => {
      if ((content as { op?: unknown } | null)?.op === 'done') {
        view.done();
      }
    }
  };
  return follow(context, heard, () => {
    view.dispose();
  });
}

export const chatInput = { initialize(): void {}, render };

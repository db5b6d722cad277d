// A component that others made: a frame without an origin, and what it and the kernel say to each other.
import { version1, version2 } from './component_protocols';
import type { Heard, Protocol } from './component_protocols';
import { asString, element } from './dom';
import { changes, follow } from './follow';
import type { Model, RenderContext, WidgetModel } from './host';
import { flushModel } from './registry';
import { onThemeChange, themeOf } from './theme';

const HIGHEST = 20_000;
/** Without the right to forms no script hears of one that is submitted; what it could send, it could send itself. */
const SANDBOX = 'allow-scripts allow-forms';
/** What makes another page of the frame, and what only goes into it. */
const MAKING = ['protocol', 'parts', 'page'];
const TELLING = ['data', 'options'];

class ComponentView {
  readonly #model: Model;
  readonly #box: HTMLDivElement;
  readonly #problem = element('div', 'jss-component-problem', { role: 'alert' });
  readonly #unwatch: () => void;
  #frame: HTMLIFrameElement;
  #protocol: Protocol;

  constructor(model: Model, el: HTMLElement) {
    this.#model = model;
    this.#problem.hidden = true;
    this.#protocol = this.#chosen();
    this.#frame = this.#made();
    this.#box = element('div', 'jss-component', {}, this.#frame, this.#problem);
    el.classList.add('jss-component-view');
    el.append(this.#box);
    this.arrange();
    window.addEventListener('message', this.#hear);
    this.#unwatch = onThemeChange(() => {
      this.tell();
    });
  }

  get #options(): Record<string, unknown> {
    return (this.#model.get('options') ?? {}) as Record<string, unknown>;
  }

  #chosen(): Protocol {
    return this.#model.get('protocol') === 'v1' ? version1 : version2;
  }

  #made(): HTMLIFrameElement {
    const tabIndex = this.#options['tab_index'];
    const frame = element('iframe', 'jss-component-frame', {
      sandbox: SANDBOX,
      referrerpolicy: 'no-referrer',
      title: asString(this.#options['name']) || 'Component',
      tabindex: typeof tabIndex === 'number' ? tabIndex : null
    });
    const { src, srcdoc } = this.#protocol.source(this.#model);
    if (src === undefined) {
      frame.srcdoc = srcdoc ?? '';
    } else {
      frame.src = src;
    }
    return frame;
  }

  /** Begin anew: it is made of something else. */
  rebuild(): void {
    const height = this.#frame.style.height;
    this.#protocol = this.#chosen();
    const frame = this.#made();
    this.#frame.replaceWith(frame);
    this.#frame = frame;
    this.#say('');
    frame.style.height = height;
    this.arrange();
  }

  arrange(): void {
    const { width, height } = this.#options;
    this.#box.style.width = typeof width === 'number' ? `${width}px` : '';
    this.#box.classList.toggle('jss-component-high', height === 'stretch');
    if (typeof height === 'number') {
      this.#frame.style.height = `${height}px`;
    } else if (height === 'stretch') {
      this.#frame.style.height = '100%';
    }
  }

  /** Tell the frame what there is to show, and in which theme. */
  tell(): void {
    const theme = themeOf(this.#box);
    this.#frame.style.colorScheme = this.#protocol.scheme(this.#model, theme);
    this.#frame.contentWindow?.postMessage(this.#protocol.told(this.#model, theme), '*');
  }

  readonly #hear = ({ data, source }: MessageEvent): void => {
    if (source === null || source !== this.#frame.contentWindow) {
      return; // nobody else may speak for it
    }
    try {
      this.#take(this.#protocol.heard(data));
    } catch (error) {
      this.#say(error instanceof Error ? error.message : String(error));
    }
  };

  #take(heard: Heard | null): void {
    if (heard === null) {
      return;
    }
    if (heard.isReady) {
      this.tell();
    }
    if (heard.problem !== undefined) {
      this.#say(heard.problem);
    }
    this.#resize(heard);
    if (heard.text !== undefined) {
      this.#send(heard.text);
    }
  }

  #resize({ height, width }: Heard): void {
    const given = this.#options;
    if (
      height !== undefined &&
      height >= 0 &&
      typeof given['height'] !== 'number' &&
      given['height'] !== 'stretch'
    ) {
      this.#frame.style.height = `${Math.min(height, HIGHEST)}px`;
    }
    if (width !== undefined && width > 0 && given['width'] === 'content') {
      this.#box.style.width = `${Math.min(width, HIGHEST)}px`;
    }
  }

  /** Pass on what the frame says, unless it is more than a kernel takes. */
  #send(text: string): void {
    const longest = Number(this.#options['longest']);
    if (text.length > longest) {
      const [size, most] = [text.length, longest].map(count => count.toLocaleString('en'));
      throw new Error(
        `it sent ${size ?? ''} characters; ${most ?? ''} are the most that can be sent at once`
      );
    }
    const { value, fired } = this.#protocol.values(JSON.parse(text), this.#model);
    if (value) {
      this.#model.set('value', value);
      this.#model.save_changes();
    }
    if (fired.length > 0) {
      flushModel(this.#model as unknown as WidgetModel);
    }
    for (const together of fired) {
      this.#model.send({ event: 'fire', value: together });
    }
  }

  #say(problem: string): void {
    this.#problem.hidden = !problem;
    const name = asString(this.#options['name']);
    this.#problem.textContent = problem ? `The component ${name} says: ${problem}` : '';
  }

  dispose(): void {
    window.removeEventListener('message', this.#hear);
    this.#unwatch();
    this.#frame.remove();
  }
}

function render(context: RenderContext): (() => void) | undefined {
  const view = new ComponentView(context.model, context.el);
  let isDue = false;
  const rebuild = () => {
    // Several traits of one message change one after the other.
    if (!isDue) {
      isDue = true;
      queueMicrotask(() => {
        isDue = false;
        view.rebuild();
      });
    }
  };
  const tell = () => {
    view.arrange();
    if (!isDue) {
      view.tell();
    }
  };
  return follow(context, { ...changes(MAKING, rebuild), ...changes(TELLING, tell) }, () => {
    view.dispose();
  });
}

export const component = { initialize(): void {}, render };

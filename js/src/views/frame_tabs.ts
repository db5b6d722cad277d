// Boxes of which one is seen at a time. All of them are drawn; which one is seen belongs to the person at the page,
// unless the author asked to be told.
import { element, setAttributes, setHtml, uniqueId } from './dom';
import { luminoClass, luminoWidget } from './host';
import type { Props } from './document';
import type { Frame, FrameContext } from './frame';
import type { WidgetView } from './host';

const STEPS: Record<string, (at: number, count: number) => number> = {
  ArrowLeft: (at, count) => (at + count - 1) % count,
  ArrowRight: (at, count) => (at + 1) % count,
  Home: () => 0,
  End: (_, count) => count - 1
};

function texts(value: unknown): string[] {
  return Array.isArray(value) ? value.map(String) : [];
}

/** What was hidden knows its size only now. */
function tellSize(view: WidgetView): void {
  const widget = luminoWidget(view);
  widget.processMessage(luminoClass(widget).ResizeMessage.UnknownSize);
}

class Tabs {
  readonly list = element('div', 'jss-tab-list', { role: 'tablist' });
  readonly body = element('div', 'jss-tab-panels');
  readonly #change: FrameContext['change'];
  #labels: string[] = [];
  #buttons: HTMLButtonElement[] = [];
  #views: readonly WidgetView[] = [];
  #active = 0;
  #tracked = false;

  constructor(change: FrameContext['change']) {
    this.#change = change;
    this.list.addEventListener('keydown', event => {
      this.#onKey(event);
    });
  }

  update(props: Props): void {
    const labels = texts(props['labels']);
    const isNew = this.#labels.length === 0;
    const before = isNew ? props['default'] : this.#labels[this.#active];
    this.#tracked = 'value' in props;
    this.#relabel(labels, texts(props['labels_html']));
    const wanted = this.#tracked ? props['value'] : before;
    if (labels[this.#active] !== wanted || isNew) {
      this.#active = Math.max(0, labels.indexOf(String(wanted)));
    }
    this.#show();
  }

  filled(views: readonly WidgetView[]): void {
    this.#views = views;
    this.#show();
  }

  #relabel(labels: string[], html: string[]): void {
    while (this.#buttons.length > labels.length) {
      this.#buttons.pop()?.remove();
    }
    while (this.#buttons.length < labels.length) {
      this.#add(this.#buttons.length);
    }
    this.#labels = labels;
    this.#buttons.forEach((button, index) => setHtml(button, html[index] ?? ''));
  }

  #add(index: number): void {
    const button = element('button', 'jss-tab-button', { type: 'button', role: 'tab', id: uniqueId('tab') });
    button.addEventListener('click', () => {
      this.#choose(index);
    });
    this.#buttons.push(button);
    this.list.append(button);
  }

  #onKey(event: KeyboardEvent): void {
    const step = STEPS[event.key];
    if (step && !event.ctrlKey && !event.metaKey && !event.altKey) {
      event.preventDefault();
      this.#choose(step(this.#active, this.#buttons.length));
      this.#buttons[this.#active]?.focus();
    }
  }

  #choose(index: number): void {
    if (index === this.#active) {
      return;
    }
    this.#active = index;
    this.#show();
    const view = this.#views[index];
    if (view) {
      tellSize(view);
    }
    if (this.#tracked) {
      this.#change(this.#labels[index]);
    }
  }

  #show(): void {
    this.#buttons.forEach((button, index) => {
      const isActive = index === this.#active;
      setAttributes(button, {
        'aria-selected': String(isActive),
        'aria-controls': this.#views[index]?.el.id,
        tabindex: isActive ? 0 : -1
      });
    });
    this.#views.forEach(({ el }, index) => {
      el.id ||= uniqueId('panel');
      el.hidden = index !== this.#active;
      const tab = this.#buttons[index];
      const label = tab?.textContent; // on paper there are no tabs
      setAttributes(el, { role: 'tabpanel', 'aria-labelledby': tab?.id, 'data-jss-label': label });
      setAttributes(tab ?? el, { 'aria-controls': el.id });
    });
  }
}

export function tabsFrame(el: HTMLElement, { change }: FrameContext): Partial<Frame> {
  const tabs = new Tabs(change);
  el.append(tabs.list, tabs.body);
  return {
    body: tabs.body,
    update: props => {
      tabs.update(props);
    },
    filled: views => {
      tabs.filled(views);
    }
  };
}

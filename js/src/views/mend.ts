// What a Block adds to the view of a child widget after it was made: look, help, attributes, missing names.
import { asString, element, setAttributes, setHtml } from './dom';
import { attachTooltip, helpButton } from './help';
import type { Tooltip } from './help';
import type { ChildItem } from './document';
import type { WidgetModel } from './host';
import { offerReveal } from './reveal';
import { Checker } from './rules';
import { setSizes } from './sizes';

/** Kinds that bring their own look: other Blocks, and what users made themselves. */
const FOREIGN = new Set(['ipywidget', 'output']);
const ALLOWED_ATTRIBUTE =
  /^(maxlength|autocomplete|inputmode|spellcheck|placeholder|title|data-jss-shortcut|aria-[a-z]+)$/;
const LABEL = ':scope > .widget-label, :scope > .jss-label';
const FIELD = 'input, select, textarea';
const BUTTON = ':scope > .jss-button';

export interface Mended {
  update(item: ChildItem): void;
  dispose(): void;
}

export function isControl(node: HTMLElement, item: ChildItem): boolean {
  return !FOREIGN.has(item.kind) && !node.classList.contains('jss-block');
}

/** Adapt the node of a child's view to what its item says, and keep adapting it. */
export function mend(node: HTMLElement, item: ChildItem, model?: WidgetModel): Mended {
  node.dataset['jssKind'] = item.kind;
  const classes = new Classes(node);
  const help = new Help(node);
  const field = new FieldMender(node, model);
  const words = new Words(node, model);
  // Not a Block: what is in it looks after itself, and to look through all of it at each change takes seconds.
  const names = FOREIGN.has(item.kind) ? observeNames(node) : null;
  const update = (next: ChildItem) => {
    classes.update(next);
    help.update(next);
    mendAttributes(node, next);
    setSizes(node, next);
    field.update(next);
    words.update(next);
  };
  update(item);
  return {
    update,
    dispose: () => {
      help.dispose();
      field.dispose();
      words.dispose();
      names?.disconnect();
    }
  };
}

class Classes {
  readonly #node: HTMLElement;
  #ours: string[] = [];

  constructor(node: HTMLElement) {
    this.#node = node;
  }

  update(item: ChildItem): void {
    this.#node.classList.remove(...this.#ours);
    this.#ours = (item.class ?? '').split(/\s+/).filter(Boolean);
    if (item.label) {
      this.#ours.push(`jss-label-${item.label}`);
    }
    if (isControl(this.#node, item)) {
      this.#ours.push('jss-control');
    }
    this.#node.classList.add(...this.#ours);
  }
}

class Help {
  readonly #node: HTMLElement;
  #tooltip: Tooltip | null = null;
  #button: HTMLElement | null = null;

  constructor(node: HTMLElement) {
    this.#node = node;
  }

  update({ help }: ChildItem): void {
    if (!help) {
      this.dispose();
    } else if (this.#tooltip) {
      this.#tooltip.update(help);
    } else {
      this.#attach(help);
    }
  }

  #attach(html: string): void {
    const button = buttonOf(this.#node);
    if (button) {
      this.#tooltip = attachTooltip(button, html);
      return;
    }
    const label = labelOf(this.#node);
    const { button: mark, tooltip } = helpButton(label?.textContent.trim() ?? '', html);
    this.#tooltip = tooltip;
    this.#button = mark;
    this.#node.classList.add('jss-has-help');
    if (label) {
      label.after(mark);
    } else {
      this.#node.append(mark);
    }
  }

  dispose(): void {
    this.#tooltip?.dispose();
    this.#button?.remove();
    this.#node.classList.remove('jss-has-help');
    this.#tooltip = this.#button = null;
  }
}

/** The label that is shown: a core checkbox has an empty one before the one around its box. */
function labelOf(node: HTMLElement): HTMLElement | null {
  return (
    node.querySelector<HTMLElement>(':scope > .widget-label-basic') ?? node.querySelector<HTMLElement>(LABEL)
  );
}

/** What is pressed, where a control is a button. */
function buttonOf(node: HTMLElement): HTMLElement | null {
  return node instanceof HTMLButtonElement ? node : node.querySelector<HTMLElement>(BUTTON);
}

function mendAttributes(node: HTMLElement, { attrs }: ChildItem): void {
  const field = attrs && (buttonOf(node) ?? node.querySelector(FIELD));
  if (field) {
    const allowed = Object.entries(attrs).filter(([name, value]) => isAllowed(name, value));
    setAttributes(field, Object.fromEntries(allowed));
  }
}

function isAllowed(name: string, value: unknown): boolean {
  return ALLOWED_ATTRIBUTE.test(name) || (name === 'role' && value === 'switch');
}

/** What a core button says, with markup: its own view puts plain text in its place whenever something changes. */
class Words {
  readonly #node: HTMLElement;
  readonly #model: WidgetModel | undefined;
  #shown: HTMLElement | null = null;
  #observer: MutationObserver | null = null;

  constructor(node: HTMLElement, model: WidgetModel | undefined) {
    this.#node = node;
    this.#model = model;
  }

  update({ html }: ChildItem): void {
    if (html === undefined) {
      if (this.#shown) {
        this.dispose();
        this.#node.textContent = asString(this.#model?.get('description'));
      }
      return;
    }
    this.#shown ??= element('span', 'jss-button-words');
    setHtml(this.#shown, html);
    this.#show();
    if (!this.#observer) {
      this.#observer = new MutationObserver(() => {
        this.#show();
      });
      this.#observer.observe(this.#node, { childList: true });
    }
  }

  #show(): void {
    if (this.#shown && (this.#node.firstChild !== this.#shown || this.#node.lastChild !== this.#shown)) {
      this.#node.replaceChildren(this.#shown);
    }
  }

  dispose(): void {
    this.#observer?.disconnect();
    this.#observer = this.#shown = null;
  }
}

/** Icon and rules of the field of a core widget. */
class FieldMender {
  readonly #node: HTMLElement;
  readonly #model: WidgetModel | undefined;
  #icon: HTMLElement | null = null;
  #checker: Checker | null = null;

  constructor(node: HTMLElement, model: WidgetModel | undefined) {
    this.#node = node;
    this.#model = model;
  }

  update({ icon, rules }: ChildItem): void {
    this.#showIcon(icon ?? '');
    offerReveal(this.#node);
    const field = this.#node.querySelector<HTMLInputElement>(`:scope > :is(${FIELD})`);
    if (!rules || !field) {
      this.#forget();
      return;
    }
    if (!this.#checker) {
      const checker = new Checker(this.#node, field);
      this.#checker = checker;
      // The view of the widget shows the value first: it listens for longer.
      this.#model?.on(
        'change:value',
        () => {
          checker.adopt();
        },
        this
      );
    }
    this.#checker.update(rules);
  }

  #showIcon(icon: string): void {
    if (icon && !this.#icon) {
      this.#icon = element('span', 'jss-field-icon', { 'aria-hidden': 'true' });
      this.#node.querySelector(`:scope > :is(${FIELD})`)?.before(this.#icon);
    }
    if (this.#icon) {
      setHtml(this.#icon, icon);
      this.#icon.hidden = icon === '';
    }
    this.#node.classList.toggle('jss-has-icon', icon !== '');
  }

  #forget(): void {
    this.#checker?.dispose();
    this.#checker = null;
    this.#model?.off(null, null, this);
  }

  dispose(): void {
    this.#forget();
    this.#icon?.remove();
  }
}

/** Core sliders and colour fields have handles without a name, and make new ones; pictures of outputs have none. */
function observeNames(node: HTMLElement): MutationObserver {
  const observer = new MutationObserver(() => {
    mendNames(node);
  });
  observer.observe(node, { childList: true, subtree: true });
  mendNames(node);
  return observer;
}

const NAMELESS = '.noUi-handle:not([aria-label]), input[type="color"]:not([aria-label])';

export function mendNames(node: HTMLElement): void {
  for (const handle of node.querySelectorAll(NAMELESS)) {
    const widget = handle.closest('.jupyter-widgets');
    const label = widget?.querySelector('.widget-label')?.textContent.trim() || widget?.getAttribute('title');
    const fallback = handle instanceof HTMLInputElement ? 'Colour' : 'Slider';
    handle.setAttribute('aria-label', `${label || fallback}${endOf(handle)}`);
  }
  for (const picture of node.querySelectorAll('img:not([alt])')) {
    picture.setAttribute('alt', 'Picture shown by the script');
  }
}

function endOf(handle: Element): string {
  const handles = [...(handle.closest('.noUi-target')?.querySelectorAll('.noUi-handle') ?? [])];
  if (handles.length < 2) {
    return '';
  }
  return handles.indexOf(handle) === 0 ? ', from' : ', to';
}

/** Shown in the place of a child that cannot be drawn. */
export function unavailable(error: unknown): HTMLElement {
  const reason = error instanceof Error ? error.message : String(error);
  return element('div', 'jss-unavailable', { role: 'note' }, `This widget cannot be shown: ${reason}`);
}

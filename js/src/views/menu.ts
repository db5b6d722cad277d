// A button that opens a menu: the focus goes through its entries, and a click on one tells the kernel.
import { asString, element, setAttributes, setHtml, uniqueId } from './dom';
import { changes, follow } from './follow';
import type { Model, RenderContext } from './host';
import { MenuList } from './menu_list';
import type { Entry } from './menu_list';
import { Popup } from './popup';

class MenuView {
  readonly #model: Model;
  readonly #button = element('button', 'jss-button jss-menu-button', {
    type: 'button',
    id: uniqueId('menu-button'),
    'aria-haspopup': 'menu',
    'aria-expanded': 'false'
  });
  readonly #label = element('span', 'jss-menu-label');
  readonly #list: MenuList;
  readonly #popup: Popup;
  #options: Entry[] = [];
  #shown = '';

  constructor(model: Model, el: HTMLElement) {
    this.#model = model;
    const leave = () => {
      this.close();
      this.#button.focus();
    };
    const choose = (index: number) => {
      leave();
      this.#model.send({ event: 'click', value: this.#options[index]?.label });
    };
    const node = element('div', 'jss-popup jss-menu', { role: 'menu', id: uniqueId('menu') });
    this.#list = new MenuList(node, { choose, leave });
    this.#button.append(this.#label);
    el.classList.add('jss-buttonlike');
    el.append(this.#button, node);
    this.#popup = new Popup(node, this.#button);
    setAttributes(this.#button, { 'aria-controls': node.id });
    setAttributes(node, { 'aria-labelledby': this.#button.id });
    this.#listen();
    this.update();
  }

  update(): void {
    setHtml(this.#label, asString(this.#model.get('description')));
    this.#button.disabled = this.#model.get('disabled') === true;
    if (this.#button.disabled) {
      this.close();
    }
    const options = this.#model.get('options') as Entry[];
    const shown = JSON.stringify(options);
    if (shown !== this.#shown) {
      this.#shown = shown;
      this.#options = options;
      this.#list.show(options);
    }
  }

  #listen(): void {
    this.#button.addEventListener('click', () => {
      if (this.#popup.isOpen) {
        this.close();
      } else {
        this.#open(0);
      }
    });
    this.#button.addEventListener('keydown', event => {
      if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
        event.preventDefault();
        this.#open(event.key === 'ArrowDown' ? 0 : -1);
      }
    });
  }

  /** Open, with the focus on an entry: the first one, or counted from the end. */
  #open(index: number): void {
    this.#popup.open(() => {
      this.close();
    });
    setAttributes(this.#button, { 'aria-expanded': 'true' });
    this.#list.focus(index);
  }

  close(): void {
    this.#popup.close();
    setAttributes(this.#button, { 'aria-expanded': 'false' });
  }
}

function render(context: RenderContext): (() => void) | undefined {
  const view = new MenuView(context.model, context.el);
  const update = changes(['description', 'disabled', 'options'], () => {
    view.update();
  });
  return follow(context, update, () => {
    view.close();
  });
}

export const menu = { initialize(): void {}, render };

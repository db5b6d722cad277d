// A menu that opens at a place of the grid; when it is left, the grid has the focus again.
import { element, setAttributes } from '../../views/dom';
import { MenuList } from '../../views/menu_list';
import type { Entry } from '../../views/menu_list';
import { Popup } from '../../views/popup';

/** A place in the window. */
export interface Box {
  x: number;
  y: number;
  width: number;
  height: number;
}

export interface Action extends Entry {
  act(): void;
}

export class MenuAt {
  readonly #anchor = element('div', 'jss-table-anchor');
  readonly #node = element('div', 'jss-popup jss-menu', { role: 'menu' });
  readonly #popup = new Popup(this.#node, this.#anchor);
  readonly #list: MenuList;
  #actions: readonly Action[] = [];

  constructor(private readonly el: HTMLElement) {
    el.append(this.#anchor, this.#node);
    this.#list = new MenuList(this.#node, {
      choose: index => {
        const action = this.#actions[index];
        this.#leave();
        action?.act();
      },
      leave: () => {
        this.#leave();
      }
    });
  }

  open(box: Box, name: string, actions: readonly Action[]): void {
    this.#actions = actions;
    const { left, top } = this.el.getBoundingClientRect();
    Object.assign(this.#anchor.style, {
      left: `${box.x - left}px`,
      top: `${box.y - top}px`,
      width: `${box.width}px`,
      height: `${box.height}px`
    });
    setAttributes(this.#node, { 'aria-label': name });
    this.#list.show(actions);
    this.#popup.open(() => {
      this.close();
    });
    requestAnimationFrame(() => {
      this.#list.focus(0); // after the grid took the focus for the click
    });
  }

  close(): void {
    this.#popup.close();
  }

  #leave(): void {
    this.close();
    this.el.querySelector('canvas')?.focus({ preventScroll: true });
  }
}

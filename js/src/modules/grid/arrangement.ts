// How somebody wants the columns of a table to stand. It lasts as long as the view, and the kernel does not hear of it.
import type { Column } from './types';

/** A column as it is shown, and its number in the kernel. */
export type Placed = readonly [number: number, column: Column];

export function isPinned(column: Column): boolean {
  return column.pinned ?? column.index ?? false;
}

export class Arrangement {
  readonly widths = new Map<string, number>();
  readonly #hidden = new Set<string>();
  readonly #pins = new Map<string, boolean>();
  readonly #formats = new Map<string, string | undefined>();
  /** Names from first to last, once somebody moved one. */
  #order: string[] = [];

  /** All columns in the order that is wanted, those that are hidden too. */
  sorted(given: readonly Column[]): Placed[] {
    const ranks = new Map(this.#order.map((name, rank) => [name, rank]));
    const rank = ([, { name }]: Placed) => ranks.get(name) ?? this.#order.length;
    return given
      .map((column, number): Placed => [number, this.#wanted(column)])
      .sort((a, b) => Number(isPinned(b[1])) - Number(isPinned(a[1])) || rank(a) - rank(b) || a[0] - b[0]);
  }

  shown(given: readonly Column[]): Placed[] {
    return this.sorted(given).filter(([, { name }]) => !this.#hidden.has(name));
  }

  #wanted(column: Column): Column {
    const pinned = this.#pins.get(column.name);
    const wanted = pinned === undefined ? column : { ...column, pinned };
    if (!this.#formats.has(column.name)) {
      return wanted;
    }
    const format = this.#formats.get(column.name);
    const shown = { ...wanted };
    delete shown.format;
    return format === undefined ? shown : { ...shown, format };
  }

  isHidden(name: string): boolean {
    return this.#hidden.has(name);
  }

  setHidden(name: string, hidden: boolean): void {
    this.#hidden[hidden ? 'add' : 'delete'](name);
  }

  pin(name: string, pinned: boolean): void {
    this.#pins.set(name, pinned);
  }

  /** Show a column in another format than the author's; undefined for the usual one. */
  format(name: string, format: string | undefined): void {
    this.#formats.set(name, format);
  }

  /** Put a column where another one stands. */
  move(given: readonly Column[], name: string, target: string): void {
    const names = this.sorted(given).map(([, column]) => column.name);
    const place = names.indexOf(target);
    names.splice(names.indexOf(name), 1);
    names.splice(place, 0, name);
    this.#order = names;
  }

  /** As the author has them. */
  reset(): void {
    [this.widths, this.#hidden, this.#pins, this.#formats].forEach(kept => {
      kept.clear();
    });
    this.#order = [];
  }
}

// Icons of the Material set. The kernel writes each as a sign or as words, and says its name; once a page has the font,
// which it asks for when it first shows such an icon, those that the font has are drawn.
import type { WidgetManager } from './host';
import { modules, type Modules } from './modules';

export type HasSymbol = (name: string) => boolean;

interface SymbolsModule {
  symbols(): Promise<HasSymbol>;
}

const MARK = 'data-jss-symbol="';
const NAMED = /data-jss-symbol="([a-z0-9_]{1,60})"/g;

export class Symbols {
  readonly #seen = new Set<string>();
  readonly #managers = new Set<WidgetManager>();
  readonly #sheet = document.createElement('style');
  #has: HasSymbol | undefined;
  #tell: (has: HasSymbol) => void = () => undefined;
  /** What the font has, once it is there. */
  readonly ready = new Promise<HasSymbol>(resolve => {
    this.#tell = resolve;
  });

  constructor(readonly from: Pick<Modules, 'load'> = modules) {}

  /** Hear that a manager can be asked for the font. */
  introduce(manager: WidgetManager): void {
    this.#managers.add(manager);
    if (this.#seen.size > 0 && !this.#has) {
      this.#ask(manager);
    }
  }

  /** Have the icons of some HTML drawn, now or when the font is there. */
  look(html: string): void {
    if (!html.includes(MARK)) {
      return;
    }
    const fresh = [...html.matchAll(NAMED)]
      .map(found => found[1] ?? '')
      .filter(name => !this.#seen.has(name));
    const first = this.#seen.size === 0;
    fresh.forEach(name => this.#seen.add(name));
    if (this.#has) {
      this.#draw(fresh);
    } else if (first) {
      this.#managers.forEach(manager => {
        this.#ask(manager);
      });
    }
  }

  #ask(manager: WidgetManager): void {
    this.from
      .load('symbols', manager)
      .then(module => (module as SymbolsModule).symbols())
      .then(
        has => {
          if (!this.#has) {
            this.#has = has;
            this.#draw([...this.#seen]);
            this.#tell(has);
          }
        },
        () => undefined // signs and words stay
      );
  }

  /** Put the picture of each name the font has in the place of its sign. */
  #draw(names: readonly string[]): void {
    const rules = [...new Set(names)]
      .filter(name => this.#has?.(name))
      .map(name => {
        const one = `.jss-symbol[data-jss-symbol="${name}"]`;
        return `${one}::before{content:"${name}"}${one}>span{display:none}`;
      });
    if (rules.length > 0) {
      this.#sheet.append(...rules);
      document.head.append(this.#sheet);
    }
  }
}

/** Those of this page. */
export const symbols = new Symbols();

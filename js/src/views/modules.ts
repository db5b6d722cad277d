// Large browser code, such as a grid, comes when a view first needs it, and once for a page.
//
// A view asks by the name of the module and its own widget manager. The request goes through the `Library` that
// manager has, since a page may show notebooks of several kernels, some of which are gone; the first answer serves
// all. A view must do without the module for as long as it takes, or for ever.
import type { Model, WidgetManager } from './host';

export interface Answer {
  op: 'module';
  name: string;
  problem?: string;
}

type Importer = (code: string) => Promise<unknown>;

/** How long an answer may take before it is asked for elsewhere too. */
const PATIENCE = 10_000;

interface Wanted {
  promise: Promise<unknown>;
  resolve(module: unknown): void;
  reject(reason: Error): void;
  asked: Set<WidgetManager>;
  arrived: boolean;
}

export function isAnswer(message: unknown): message is Answer {
  return (
    typeof message === 'object' &&
    message !== null &&
    (message as Partial<Answer>).op === 'module' &&
    typeof (message as Partial<Answer>).name === 'string'
  );
}

export class Modules {
  readonly #wanted = new Map<string, Wanted>();
  readonly #libraries = new WeakMap<WidgetManager, Model>();
  /** Those who wait for a library that is restored after them. */
  readonly #waiting = new WeakMap<WidgetManager, Set<string>>();

  constructor(
    readonly importer: Importer = importCode,
    readonly patience = PATIENCE
  ) {}

  /** The module of this name; it may never come. */
  load(name: string, manager: WidgetManager): Promise<unknown> {
    const known = this.#wanted.get(name);
    const wanted = known ?? this.#want(name);
    if (!known) {
      this.#ask(name, manager);
    } else if (!wanted.arrived && !wanted.asked.has(manager)) {
      setTimeout(() => {
        if (!wanted.arrived) {
          this.#ask(name, manager);
        }
      }, this.patience);
    }
    return wanted.promise;
  }

  /** Hear that a manager has its library now. */
  introduce(library: Model): void {
    const manager = library.widget_manager;
    this.#libraries.set(manager, library);
    library.on('msg:custom', (message, buffers) => {
      if (isAnswer(message)) {
        void this.#take(message, buffers ?? []);
      }
    });
    const names = this.#waiting.get(manager) ?? [];
    this.#waiting.delete(manager);
    for (const name of names) {
      this.#ask(name, manager);
    }
  }

  #want(name: string): Wanted {
    const wanted: Partial<Wanted> = { asked: new Set(), arrived: false };
    wanted.promise = new Promise((resolve, reject) => {
      Object.assign(wanted, { resolve, reject });
    });
    this.#wanted.set(name, wanted as Wanted);
    return wanted as Wanted;
  }

  #ask(name: string, manager: WidgetManager): void {
    const library = this.#libraries.get(manager);
    this.#wanted.get(name)?.asked.add(manager);
    if (library) {
      library.send({ op: 'module', name });
    } else {
      this.#waiting.set(manager, (this.#waiting.get(manager) ?? new Set()).add(name));
    }
  }

  /** Take an answer; one that another tab asked for is left alone. */
  async #take({ name, problem }: Answer, buffers: readonly DataView[]): Promise<void> {
    const wanted = this.#wanted.get(name);
    if (!wanted || wanted.arrived) {
      return;
    }
    wanted.arrived = true;
    try {
      if (problem !== undefined || !buffers[0]) {
        throw new Error(problem ?? `nothing came for the module ${name}`);
      }
      wanted.resolve(await this.importer(await unpacked(buffers[0])));
    } catch (error) {
      this.#wanted.delete(name); // whoever comes later may have more luck
      wanted.reject(error instanceof Error ? error : new Error(String(error)));
    }
  }
}

async function unpacked(packed: DataView): Promise<string> {
  const gunzip = new DecompressionStream('gzip');
  const writer = gunzip.writable.getWriter();
  const written = writer.write(packed as DataView<ArrayBuffer>).then(() => writer.close());
  const [code] = await Promise.all([new Response(gunzip.readable).text(), written]);
  return code;
}

/** Import code that is at hand: by an address of its own, as anywidget does, or as part of the address. */
async function importCode(code: string): Promise<unknown> {
  const address = URL.createObjectURL(new Blob([code], { type: 'text/javascript' }));
  try {
    return (await import(address)) as unknown;
  } catch {
    return (await import(`data:text/javascript;charset=utf-8,${encodeURIComponent(code)}`)) as unknown;
  } finally {
    URL.revokeObjectURL(address);
  }
}

/** Those of this page. */
export const modules = new Modules();

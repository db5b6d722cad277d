// Questions to the kernel and their answers.
import type { Model } from '../../views/host';

export interface Answer {
  op: string;
  id: number;
  version: string;
  problem?: string;
  [part: string]: unknown;
}

interface Asked {
  resolve(answer: Answer, buffers: readonly DataView[]): void;
  reject(reason: Error): void;
}

let last = 0;

function isAnswer(message: unknown): message is Answer {
  return (
    typeof message === 'object' && message !== null && typeof (message as Partial<Answer>).id === 'number'
  );
}

/** One view's line to the kernel. Ids are unique in the page; a kernel tells all pages, which heed their own. */
export class Line {
  readonly #model: Model;
  readonly #asked = new Map<number, Asked>();
  readonly #hear = (message: unknown, buffers: readonly DataView[] = []) => {
    if (isAnswer(message)) {
      this.#take(message, buffers);
    }
  };

  constructor(model: Model) {
    this.#model = model;
    model.on('msg:custom', this.#hear);
  }

  ask(event: string, question: object): Promise<{ answer: Answer; buffers: readonly DataView[] }> {
    last += 1;
    const id = last + Math.random();
    return new Promise((resolve, reject) => {
      this.#asked.set(id, {
        resolve: (answer, buffers) => {
          resolve({ answer, buffers });
        },
        reject
      });
      this.#model.send({ event, id, ...question });
    });
  }

  dispose(): void {
    this.#model.off('msg:custom', this.#hear);
    this.#asked.clear();
  }

  #take(answer: Answer, buffers: readonly DataView[]): void {
    const asked = this.#asked.get(answer.id);
    this.#asked.delete(answer.id);
    if (answer.problem !== undefined) {
      asked?.reject(new Error(answer.problem));
    } else {
      asked?.resolve(answer, buffers);
    }
  }
}

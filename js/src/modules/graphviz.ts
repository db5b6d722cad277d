// Graphs in the language of Graphviz, laid out by Graphviz itself.
import { Graphviz } from '@hpcc-js/wasm-graphviz';
import type { ChartState, Drawn } from '../views/chart';
import { cleaned } from './graphviz/clean';

type EngineName = Parameters<Graphviz['layout']>[2];

let ready: Promise<Graphviz> | undefined;

class Graph implements Drawn {
  constructor(
    readonly graphviz: Graphviz,
    readonly host: HTMLElement,
    private state: ChartState
  ) {}

  update(state: ChartState): Promise<void> {
    const before = this.state;
    this.state = state;
    if (before.spec !== state.spec || before.options['layout'] !== state.options['layout']) {
      this.draw();
    }
    this.size();
    return Promise.resolve();
  }

  redraw(): Promise<void> {
    return Promise.resolve(); // its colours are those of the page already
  }

  dispose(): void {
    this.host.replaceChildren();
  }

  draw(): void {
    this.host.replaceChildren();
    const engine = (this.state.options['layout'] ?? 'dot') as EngineName;
    const drawn = this.graphviz.layout(this.state.spec, 'svg', engine);
    this.host.replaceChildren(cleaned(drawn));
    this.size();
  }

  size(): void {
    const svg = this.host.querySelector('svg');
    const { width, height } = this.state;
    if (svg) {
      svg.style.maxWidth = '100%';
      svg.style.width = width === 'content' ? '' : '100%';
      svg.style.height = typeof height === 'number' ? `${height}px` : 'auto';
    }
  }
}

export async function draw(host: HTMLElement, state: ChartState): Promise<Drawn> {
  ready ??= Graphviz.load();
  const graph = new Graph(await ready, host, state);
  graph.draw();
  return graph;
}

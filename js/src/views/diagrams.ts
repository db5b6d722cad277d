// Diagrams in Mermaid's language. JupyterLab and its kin can draw them; the kernel sends their source, which stays where
// nothing can draw it. A picture lies in a tree of its own over the source: who changes the source does not meet it.
import type { Rendermime, WidgetManager } from './host';
import { onThemeChange } from './theme';

const MIME = 'text/vnd.mermaid';
const NAME = /^\s*%%\s*stAlt\s*:(.*)$/m;
const STYLE = `
  img { display: block; max-width: 100%; height: auto; }
  p {
    margin: 0 0 8px;
    padding: 12px 16px;
    border-radius: var(--jss-radius);
    background: color-mix(in srgb, var(--jss-error) 10%, transparent);
    color: color-mix(in srgb, var(--jss-error) 60%, var(--jss-fg));
    overflow-wrap: anywhere;
    white-space: pre-wrap;
  }
`;

const drawn = new WeakMap<Element, string>();
let watching = false;

/** Draw the diagrams below `root`, those whose source is another than before. */
export function showDiagrams(root: Element, manager: WidgetManager | undefined): void {
  const rendermime = manager?.rendermime;
  const found = root.querySelectorAll<HTMLElement>('.jss-diagram');
  if (found.length === 0 || !rendermime?.mimeTypes.includes(MIME)) {
    return;
  }
  found.forEach(node => {
    if (drawn.get(node) !== node.textContent) {
      drawn.set(node, node.textContent);
      void draw(node, rendermime);
    }
  });
  watchTheme(rendermime);
}

/** A picture has the colours of its time: all are drawn anew when these change. */
function watchTheme(rendermime: Rendermime): void {
  if (!watching) {
    watching = true;
    onThemeChange(() => {
      document.querySelectorAll<HTMLElement>('.jss-diagram').forEach(node => void draw(node, rendermime));
    });
  }
}

async function draw(node: HTMLElement, rendermime: Rendermime): Promise<void> {
  const source = node.textContent;
  const renderer = rendermime.createRenderer(MIME);
  try {
    await renderer.renderModel(rendermime.createModel({ data: { [MIME]: source } }));
  } catch (error) {
    console.warn('a diagram is shown as its source:', error);
    return;
  }
  if (node.textContent !== source) {
    return; // it changed meanwhile, and is drawn again
  }
  const style = document.createElement('style');
  style.textContent = STYLE;
  const root = node.shadowRoot ?? node.attachShadow({ mode: 'open' });
  root.replaceChildren(style, ...(pictureOf(renderer.node, source) ?? problemOf(renderer.node)));
}

function pictureOf(made: HTMLElement, source: string): Node[] | null {
  const picture = made.querySelector('img');
  const name = NAME.exec(source)?.[1]?.trim();
  if (picture) {
    picture.alt = name ?? (picture.alt || 'Diagram');
  }
  return picture && [picture];
}

/** What is wrong, and the source below it. */
function problemOf(made: HTMLElement): Node[] {
  const said = made.querySelector<HTMLElement>('details > pre');
  said?.querySelectorAll('br').forEach(line => {
    line.replaceWith('\n');
  });
  const problem = document.createElement('p');
  problem.textContent = `This diagram cannot be drawn: ${said?.textContent ?? 'nothing came of it.'}`;
  return [problem, document.createElement('slot')];
}

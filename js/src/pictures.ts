// A saved notebook whose kernel is gone: JupyterLab finds no widget to draw and says so, although a picture of the
// app stands beside the view in the same output. Here the picture takes the place of those words.
import type { NotebookPanel } from '@jupyterlab/notebook';
import type { OutputArea } from '@jupyterlab/outputarea';
import type { IRenderMimeRegistry } from '@jupyterlab/rendermime';
import type { IRenderMime } from '@jupyterlab/rendermime-interfaces';
import type { Widget } from '@lumino/widgets';

/** What the widget manager writes, in every language. */
const FAILED = 'Error displaying widget';
const PICTURE = 'class="jss-static';

/** Whether this is an output that the widget manager gave up. */
export function hasFailed(node: Node): node is HTMLElement {
  const text = node.firstChild;
  return (
    node instanceof HTMLElement &&
    node.childNodes.length === 1 &&
    text instanceof Text &&
    text.data.startsWith(FAILED)
  );
}

/** The outputs that changes on the page may have made fail: in place, or before they were put there. */
export function failures(
  changes: readonly Pick<MutationRecord, 'target' | 'addedNodes'>[]
): Set<HTMLElement> {
  const found = new Set<HTMLElement>();
  for (const { target, addedNodes } of changes) {
    const added = [...addedNodes].filter(node => node instanceof HTMLElement);
    const inside = added.flatMap(node => [...node.querySelectorAll('.jupyter-widgets')]);
    [target, ...added, ...inside].filter(hasFailed).forEach(node => found.add(node));
  }
  return found;
}

/** The outputs of all cells of a notebook that are on the page. */
function areasOf(panel: NotebookPanel): OutputArea[] {
  return panel.content.widgets.flatMap(cell => ('outputArea' in cell ? [cell.outputArea as OutputArea] : []));
}

function modelOf(areas: readonly OutputArea[], node: HTMLElement): IRenderMime.IMimeModel | null {
  const area = areas.find(other => other.node.contains(node));
  const index = area?.widgets.findIndex(widget => widget.node.contains(node)) ?? -1;
  return area && index >= 0 ? area.model.get(index) : null;
}

async function showPicture(
  areas: readonly OutputArea[],
  rendermime: IRenderMimeRegistry,
  node: HTMLElement
): Promise<void> {
  const model = modelOf(areas, node);
  const html = model?.data['text/html'];
  if (!model || typeof html !== 'string' || !html.includes(PICTURE)) {
    return;
  }
  const renderer = rendermime.createRenderer('text/html');
  await renderer.renderModel(model);
  node.replaceChildren(renderer.node);
}

/** Show the picture of every app whose widgets are gone, in a part of the page with these outputs; returns how to end it. */
export function watchPictures(
  { node }: Pick<Widget, 'node'>,
  rendermime: IRenderMimeRegistry,
  areas: () => readonly OutputArea[]
): () => void {
  const mend = (changes: readonly Pick<MutationRecord, 'target' | 'addedNodes'>[]) => {
    failures(changes).forEach(node => void showPicture(areas(), rendermime, node));
  };
  const observer = new MutationObserver(mend);
  observer.observe(node, { childList: true, subtree: true });
  mend([{ target: node, addedNodes: node.childNodes }]);
  return () => {
    observer.disconnect();
  };
}

/** The same for a notebook. */
export function watchNotebook(panel: NotebookPanel): void {
  panel.disposed.connect(watchPictures(panel.content, panel.content.rendermime, () => areasOf(panel)));
}

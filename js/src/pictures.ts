// A saved notebook whose kernel is gone: JupyterLab finds no widget to draw and says so, although a picture of the
// app stands beside the view in the same output. Here the picture takes the place of those words.
import type { NotebookPanel } from '@jupyterlab/notebook';
import type { OutputArea } from '@jupyterlab/outputarea';
import type { IRenderMime } from '@jupyterlab/rendermime-interfaces';

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

function modelOf(panel: NotebookPanel, node: HTMLElement): IRenderMime.IMimeModel | null {
  for (const cell of panel.content.widgets) {
    if ('outputArea' in cell && cell.node.contains(node)) {
      const { model, widgets } = cell.outputArea as Pick<OutputArea, 'model' | 'widgets'>;
      const index = widgets.findIndex(widget => widget.node.contains(node));
      return index < 0 ? null : model.get(index);
    }
  }
  return null;
}

async function showPicture(panel: NotebookPanel, node: HTMLElement): Promise<void> {
  const model = modelOf(panel, node);
  const html = model?.data['text/html'];
  if (!model || typeof html !== 'string' || !html.includes(PICTURE)) {
    return;
  }
  const renderer = panel.content.rendermime.createRenderer('text/html');
  await renderer.renderModel(model);
  node.replaceChildren(renderer.node);
}

/** Show the picture of every app in a notebook whose widgets are gone. */
export function watchPictures(panel: NotebookPanel): void {
  const mend = (changes: readonly Pick<MutationRecord, 'target' | 'addedNodes'>[]) => {
    failures(changes).forEach(node => void showPicture(panel, node));
  };
  const { node } = panel.content;
  const observer = new MutationObserver(mend);
  observer.observe(node, { childList: true, subtree: true });
  panel.disposed.connect(() => {
    observer.disconnect();
  });
  mend([{ target: node, addedNodes: node.childNodes }]);
}

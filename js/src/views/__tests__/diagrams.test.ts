// @vitest-environment jsdom
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { showDiagrams } from '../diagrams';
import type { Rendermime, WidgetManager } from '../host';

const root = document.createElement('div');

function setSource(source: string): HTMLElement {
  root.innerHTML = '<div class="jss-diagram"><pre><code class="language-mermaid"></code></pre></div>';
  const node = root.firstElementChild as HTMLElement;
  (node.querySelector('code') as HTMLElement).textContent = source;
  return node;
}

function hostThat(
  render: (node: HTMLElement, source: string) => Promise<void>,
  mimeTypes = ['text/vnd.mermaid']
) {
  const made = vi.fn<(source: string) => void>();
  const rendermime: Rendermime = {
    mimeTypes,
    createModel: ({ data }) => data['text/vnd.mermaid'],
    createRenderer: () => {
      const node = document.createElement('div');
      return {
        node,
        renderModel: model => {
          made(String(model));
          return render(node, String(model));
        }
      };
    }
  };
  return { made, manager: { rendermime } as unknown as WidgetManager };
}

const picture = (node: HTMLElement): Promise<void> => {
  node.innerHTML = '<figure><img src="data:image/svg+xml,x" alt="flowchart"></figure>';
  return Promise.resolve();
};
const settled = () => new Promise(resolve => setTimeout(resolve));

beforeEach(() => {
  document.body.replaceChildren(root);
  vi.restoreAllMocks();
});

describe('a diagram', () => {
  it('is drawn over its source, which stays in the page, and is not drawn again while it is the same', async () => {
    const node = setSource('graph LR');
    const { made, manager } = hostThat(picture);
    showDiagrams(root, manager);
    showDiagrams(root, manager);
    await settled();
    expect(made.mock.calls).toEqual([['graph LR']]);
    expect(node.shadowRoot?.querySelector('img')?.alt).toBe('flowchart');
    expect(node.textContent).toBe('graph LR');
  });

  it('has the name that its author gave it', async () => {
    const node = setSource('%% stAlt: From start to end\ngraph LR');
    showDiagrams(root, hostThat(picture).manager);
    await settled();
    expect(node.shadowRoot?.querySelector('img')?.alt).toBe('From start to end');
  });

  it('is drawn anew when its source changes, also while it is being drawn', async () => {
    const node = setSource('one');
    const { made, manager } = hostThat(picture);
    showDiagrams(root, manager);
    (node.querySelector('code') as HTMLElement).textContent = 'two';
    showDiagrams(root, manager);
    await settled();
    expect(made.mock.calls).toEqual([['one'], ['two']]);
    expect(node.shadowRoot?.querySelectorAll('img')).toHaveLength(1);
  });

  it('is drawn anew in the colours of another theme', async () => {
    setSource('graph LR');
    const { manager } = hostThat(picture);
    showDiagrams(root, manager);
    await settled();
    const before = root.querySelector('.jss-diagram')?.shadowRoot?.querySelector('img');
    document.body.dataset['jpThemeName'] = 'Another';
    await vi.waitFor(() => {
      const now = root.querySelector('.jss-diagram')?.shadowRoot?.querySelector('img');
      expect(now).toBeTruthy();
      expect(now).not.toBe(before);
    });
  });

  it('says what is wrong with it, above its source', async () => {
    const node = setSource('graph');
    const { manager } = hostThat(made => {
      made.innerHTML =
        '<details><summary><pre>graph</pre></summary><pre>Error:<br>&lt;img&gt; expected</pre></details>';
      return Promise.resolve();
    });
    showDiagrams(root, manager);
    await settled();
    const said = node.shadowRoot?.querySelector('p');
    expect(said?.textContent).toBe('This diagram cannot be drawn: Error:\n<img> expected');
    expect(said?.nextElementSibling?.nodeName).toBe('SLOT');
  });

  it.each([
    ['nothing can draw it', undefined],
    ['the host draws no diagrams', hostThat(picture, ['text/html']).manager],
    ['drawing fails', hostThat(() => Promise.reject(new Error('no'))).manager]
  ])('is its source where %s', async (_, manager) => {
    vi.spyOn(console, 'warn').mockReturnValue();
    const node = setSource('graph LR');
    showDiagrams(root, manager);
    await settled();
    expect(node.shadowRoot).toBeNull();
    expect(node.textContent).toBe('graph LR');
  });
});

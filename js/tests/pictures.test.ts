// @vitest-environment jsdom
import { describe, expect, it } from 'vitest';
import { failures, hasFailed } from '../src/pictures';

function made(html: string): HTMLElement {
  const node = document.createElement('div');
  node.innerHTML = html;
  return node;
}

function output(text: string): HTMLElement {
  return made(`<div class="jupyter-widgets">${text}</div>`).firstElementChild as HTMLElement;
}

const GONE = 'Error displaying widget: model not found';

describe('outputs whose widgets are gone', () => {
  it('are known by what the widget manager wrote, and by nothing around it', () => {
    expect(hasFailed(output(GONE))).toBe(true);
    expect(hasFailed(output('Loading widget...'))).toBe(false);
    expect(hasFailed(output(`<pre>${GONE}</pre>`))).toBe(false);
    expect(hasFailed(document.createTextNode(GONE))).toBe(false);
  });

  it('are found where they are, and in what was put on the page', () => {
    const inPlace = output(GONE);
    const added = made(`<p><span class="jupyter-widgets">${GONE}</span></p>`);
    const changes = [
      { target: inPlace, addedNodes: inPlace.childNodes },
      { target: made(''), addedNodes: made(added.outerHTML).childNodes }
    ];
    expect([...failures(changes)].map(node => node.tagName)).toEqual(['DIV', 'SPAN']);
  });
});

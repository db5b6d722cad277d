import { beforeEach, describe, expect, it, vi } from 'vitest';
import { block } from '../block';
import type { Doc, Item, Patch } from '../document';
import { addKinds } from '../kinds';
import { FakeManager, FakeModel, settled } from './fakes';

const text = (html: string): Item => ({ kind: 'markdown', html });

let manager: FakeManager;
let model: FakeModel;
let el: HTMLElement;
let controller: AbortController;

async function show(kind: string, items: Item[], props: Doc['props'] = {}): Promise<void> {
  const doc: Doc = { v: 0, kind, props, items, stale: null };
  model = new FakeModel({ doc, _id: 'own' }, manager);
  block.initialize({ model });
  await block.render({ model, el, signal: controller.signal });
}

async function patch(change: Partial<Patch>): Promise<void> {
  const doc = model.state['doc'] as Doc;
  model.receive({ op: 'patch', v: doc.v + 1, ...change });
  await settled();
}

function nodes(): Element[] {
  return [...el.children];
}

beforeEach(() => {
  document.body.replaceChildren();
  manager = new FakeManager();
  el = document.createElement('div');
  document.body.append(el);
  controller = new AbortController();
});

describe('a block', () => {
  it('draws texts and children in order', async () => {
    const slot: Item = { kind: 'text_input', child: manager.add('a') };
    await show('main', [text('<p>one</p>'), slot, text('<p>two</p>')]);
    expect(nodes().map(node => node.textContent)).toEqual(['one', 'Name', 'two']);
  });

  it('draws controls that are plain widgets, and ends what it drew when they go', async () => {
    const ended = vi.fn();
    addKinds({
      Lamp: {
        initialize: () => undefined,
        render: ({ model: lamp, el: place, signal }) => {
          place.textContent = `lamp ${String(lamp.get('color'))}`;
          signal?.addEventListener('abort', ended);
          return undefined;
        }
      }
    });
    const child = manager.add('lamp', '');
    manager.states['lamp'] = { drawn_by: 'Lamp', color: 'red' };
    await show('main', [{ kind: 'lamp', child }]);
    expect(nodes().map(node => node.textContent)).toEqual(['lamp red']);
    await patch({ splice: [[0, 1, []]] });
    expect(nodes()).toEqual([]);
    expect(ended).toHaveBeenCalledOnce();
  });

  it('looks for missing names in what is not ours alone, since a large block changes often', async () => {
    const observe = vi.spyOn(MutationObserver.prototype, 'observe');
    const inner = manager.add('inner', '<div class="noUi-handle"></div>');
    await show('main', [{ kind: 'container', child: inner }]);
    expect(observe).not.toHaveBeenCalled();
    const foreign = manager.add('foreign', '<div class="noUi-handle"></div>');
    await patch({ splice: [[1, 0, [{ kind: 'ipywidget', child: foreign }]]] });
    expect(observe).toHaveBeenCalledOnce();
    expect(nodes()[1]?.querySelector('.noUi-handle')?.getAttribute('aria-label')).toBe('Slider');
    observe.mockRestore();
  });

  it('keeps the nodes of what did not change when items come and go', async () => {
    const slot: Item = { kind: 'text_input', child: manager.add('a') };
    await show('main', [text('one'), slot, text('two')]);
    const [, kept, last] = nodes();
    await patch({ splice: [[0, 1, [text('x'), { kind: 'text_input', child: manager.add('b') }]]] });
    expect(nodes().slice(-2)).toEqual([kept, last]);
    expect(nodes()).toHaveLength(4);
    expect(manager.created).toEqual(['a', 'b']);
  });

  it('changes a text in its node and leaves equal parts of it alone', async () => {
    await show('main', [text('<img src="a"><details><summary>s</summary></details>')]);
    const [image, details] = [...(nodes()[0]?.children ?? [])] as [HTMLImageElement, HTMLDetailsElement];
    details.open = true;
    await patch({ set: [[0, text('<img src="b"><details><summary>S</summary></details>')]] });
    expect(nodes()[0]?.firstChild).toBe(image);
    expect(image.getAttribute('src')).toBe('b');
    expect([details.open, details.textContent]).toEqual([true, 'S']);
  });

  it('keeps focus and unsent text when the neighbours change places', async () => {
    const slots = ['a', 'b', 'c'].map(id => ({ kind: 'text_input', child: manager.add(id) }));
    await show('main', slots);
    const input = nodes()[1]?.querySelector('input') as HTMLInputElement;
    input.value = 'unsent';
    input.focus();
    await patch({ splice: [[0, 3, [slots[2], slots[1], slots[0]] as Item[]]] });
    expect(document.activeElement).toBe(input);
    expect(input.value).toBe('unsent');
    expect(manager.created).toHaveLength(3);
  });

  it('gives a child that moved to another block its focus and unsent text back', async () => {
    const slot: Item = { kind: 'text_input', child: manager.add('a') };
    await show('main', [slot]);
    const from = model;
    el.className += ' jss-app';
    const input = el.querySelector('input') as HTMLInputElement;
    input.focus();
    input.value = 'unsent';
    from.receive({ op: 'patch', v: 1, splice: [[0, 1, []]] });
    await settled();
    el = document.createElement('div');
    document.body.append(el);
    await show('main', [slot]);
    const again = el.querySelector('input');
    expect(document.activeElement).toBe(again);
    expect(again?.value).toBe('unsent');
  });

  it('applies patches that come during a pass', async () => {
    await show('main', [text('a')]);
    const doc = model.state['doc'] as Doc;
    for (let v = 1; v <= 5; v += 1) {
      model.receive({ op: 'patch', v, set: [[0, text(String(v))]] });
    }
    await settled();
    expect([doc.v, el.textContent]).toEqual([5, '5']);
  });

  it('asks once for all of the document when it missed a patch, and keeps its nodes', async () => {
    const slot: Item = { kind: 'text_input', child: manager.add('a') };
    await show('main', [text('one'), slot]);
    const before = nodes();
    model.receive({ op: 'patch', v: 3, set: [[0, text('three')]] });
    model.receive({ op: 'patch', v: 4, set: [[0, text('four')]] });
    expect(model.sent).toEqual([{ op: 'resync' }]);
    model.push('doc', { v: 4, kind: 'main', props: {}, items: [text('four'), { ...slot }], stale: null });
    await settled();
    expect(nodes()).toEqual(before);
    expect(el.textContent).toBe('fourName');
  });

  it('asks for the document if messages came before its code', () => {
    model = new FakeModel({ doc: { v: 0, kind: 'main', props: {}, items: [], stale: null } }, manager);
    block.initialize({ model, missed: 2 });
    expect(model.sent).toEqual([{ op: 'resync' }]);
  });

  it('dims what belongs to the run before', async () => {
    await show('main', [text('a'), text('b')]);
    await patch({ stale: 1 });
    expect(nodes().map(node => node.classList.contains('jss-stale'))).toEqual([false, true]);
    await patch({ stale: null });
    expect(el.querySelector('.jss-stale')).toBeNull();
  });

  it('says in its place that a child cannot be shown, and tries again', async () => {
    vi.useFakeTimers();
    await show('main', [{ kind: 'slider', child: 'IPY_MODEL_late' }]);
    expect(el.textContent).toContain('widget model not found');
    manager.add('late');
    await vi.advanceTimersByTimeAsync(1000);
    vi.useRealTimers();
    expect(el.querySelector('input')).not.toBeNull();
  });

  it('lets two views of one model live and removes children with each', async () => {
    await show('main', [{ kind: 'text_input', child: manager.add('a') }]);
    const second = document.createElement('div');
    document.body.append(second);
    const other = new AbortController();
    await block.render({ model, el: second, signal: other.signal });
    await patch({ splice: [[0, 0, [text('new')]]] });
    expect([el.textContent, second.textContent]).toEqual(['newName', 'newName']);
    other.abort();
    expect(manager.removed).toEqual(['a']);
    await patch({ set: [[0, text('newer')]] });
    expect(el.textContent).toBe('newerName');
    expect(second.textContent).not.toContain('newer');
  });
});

describe('what a block adds to a child', () => {
  it('sets the class and the attributes that are allowed', async () => {
    const attrs = { maxlength: 5, onclick: 'x()', style: 'x' };
    await show('main', [{ kind: 'text_input', child: manager.add('a'), class: 'wide', attrs }]);
    const input = el.querySelector('input');
    expect(input?.getAttributeNames().sort()).toEqual(['maxlength', 'type']);
    expect(nodes()[0]?.classList).toContain('wide');
  });

  it('explains with a button that names the control and is described by the tooltip', async () => {
    await show('main', [{ kind: 'text_input', child: manager.add('a'), help: '<p>Why</p>' }]);
    const button = el.querySelector('button');
    expect(button?.getAttribute('aria-label')).toBe('Help: Name');
    const tip = document.getElementById(button?.getAttribute('aria-describedby') ?? '');
    expect([tip?.textContent, tip?.getAttribute('role')]).toEqual(['Why', 'tooltip']);
    controller.abort();
    expect(document.querySelector('.jss-tooltip')).toBeNull();
  });

  it('names the handles of core sliders, also new ones', async () => {
    const handle = '<div class="noUi-handle" role="slider"></div>';
    const slider = `<label class="widget-label">Speed</label><div class="noUi-target">${handle}${handle}</div>`;
    await show('main', [{ kind: 'ipywidget', child: manager.add('raw', slider) }]);
    const names = () => [...el.querySelectorAll('.noUi-handle')].map(node => node.getAttribute('aria-label'));
    expect(names()).toEqual(['Speed, from', 'Speed, to']);
    const target = el.querySelector('.noUi-target');
    if (target) {
      target.innerHTML = handle;
    }
    await settled();
    expect(names()).toEqual(['Speed']);
  });

  it('leaves the look of what users made alone', async () => {
    await show('main', [{ kind: 'ipywidget', child: manager.add('raw') }]);
    expect(nodes()[0]?.classList.contains('jss-control')).toBe(false);
  });
});

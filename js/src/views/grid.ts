// A table of data. Its grid comes when it is first needed; until then, or for ever, the first rows stand here.
import { asString, element } from './dom';
import { onDispose } from './host';
import type { Model, RenderContext } from './host';
import { modules } from './modules';
import { symbols } from './symbols';
import type { Symbols } from './symbols';

interface Column {
  label: string;
  kind: string;
  index?: boolean;
}

interface First {
  count: number;
  columns: unknown[][];
}

interface GridModule {
  mount(model: Model, el: HTMLElement, icons: Symbols): () => void;
}

/** How many rows stand here without a grid. */
const ROWS = 50;

function text(content: unknown): string {
  if (Array.isArray(content)) {
    return content.map(text).join(', ');
  }
  return ['string', 'number', 'boolean'].includes(typeof content) ? (content as string) : '';
}

/** The first rows as a plain table. */
export function plainTable(model: Model): HTMLElement {
  const columns = model.get('columns') as Column[];
  const first = model.get('first') as First;
  const total = Number(model.get('total_rows'));
  const classOf = ({ kind }: Column) => (['integer', 'float'].includes(kind) ? 'jss-num' : '');
  const heads = columns.map(column =>
    column.label ? element('th', classOf(column), { scope: 'col' }, column.label) : element('td')
  );
  const shown = Math.min(first.count, ROWS);
  const rows = Array.from({ length: shown }, (_, row) =>
    element(
      'tr',
      '',
      {},
      ...columns.map((c, number) => element('td', classOf(c), {}, text(first.columns[number]?.[row])))
    )
  );
  const options = model.get('options') as { alt?: string } | undefined;
  const label = asString(options?.alt) || `Table, ${total} ${total === 1 ? 'row' : 'rows'}`;
  const box = element('div', 'jss-table-box', { tabindex: 0, role: 'group', 'aria-label': label });
  box.append(
    element(
      'table',
      '',
      {},
      element('thead', '', {}, element('tr', '', {}, ...heads)),
      element('tbody', '', {}, ...rows)
    )
  );
  const note = shown < total ? `showing the first ${shown} of ${total} rows` : '';
  return element('div', 'jss-item', {}, box, ...(note ? [element('p', 'jss-table-note', {}, note)] : []));
}

function render({ model, el, signal }: RenderContext): (() => void) | undefined {
  el.classList.add('jss-table');
  let plain = plainTable(model);
  let take = (): void => undefined;
  let gone = false;
  el.append(plain);
  const redraw = () => {
    const next = plainTable(model);
    plain.replaceWith(next);
    plain = next;
  };
  model.on('change:first', redraw);
  modules
    .load('grid', model.widget_manager)
    .then(module => {
      if (!gone) {
        model.off('change:first', redraw);
        plain.remove();
        take = (module as GridModule).mount(model, el, symbols);
      }
    })
    .catch((error: unknown) => {
      console.warn('a table is shown without its grid:', error);
    });
  return onDispose(signal, () => {
    gone = true;
    model.off('change:first', redraw);
    take();
  });
}

export const grid = { initialize(): void {}, render };

// What opens over a cell: fields for dates, choices and lists, and the whole of what a cell shows the beginning of.
import { createElement as h, useEffect, useLayoutEffect, useRef, useState } from 'react';
import type { ChangeEvent, FormEvent, KeyboardEvent, ReactElement, ReactNode, RefObject } from 'react';
import type { CustomRenderer, ProvideEditorComponent } from '@glideapps/glide-data-grid';
import { setHtml } from '../../views/dom';
import { showIcons } from './icons';
import type { SpecialCell } from './special';
import { typeOf } from './types';
import type { Content, Item, Option } from './types';

type Editor = ProvideEditorComponent<SpecialCell>;

function withContent(cell: SpecialCell, content: Content): SpecialCell {
  return { ...cell, data: { ...cell.data, content } };
}

/** Give a field the focus when it opens, at the end of what it holds. */
function useFocus<T extends HTMLElement>(): RefObject<T> {
  const node = useRef<T>(null);
  useLayoutEffect(() => {
    const field = node.current;
    field?.focus();
    if (field instanceof HTMLInputElement && field.type === 'text') {
      field.setSelectionRange(field.value.length, field.value.length);
    }
  }, []);
  return node;
}

/** A line of text, for numbers and lists too: what it says is read when it is left. */
const TextEditor: Editor = ({ value, onChange, initialValue }) => {
  const { column, content } = value.data;
  const before = Array.isArray(content)
    ? content.map(String).join(', ')
    : content === null
      ? ''
      : String(content);
  const isList = typeOf(column) === 'list' || typeOf(column) === 'multiselect';
  useLayoutEffect(() => {
    if (initialValue !== undefined) {
      onChange(withContent(value, initialValue)); // the key that opened the field may be all that is typed
    }
  }, []);
  return h('input', {
    className: 'jss-table-field',
    type: 'text',
    inputMode: isList ? undefined : 'decimal',
    'aria-label': (column.label || 'Value') + (isList ? ', separated by commas' : ''),
    ref: useFocus<HTMLInputElement>(),
    defaultValue: initialValue ?? before,
    onInput: (event: FormEvent<HTMLInputElement>) => {
      onChange(withContent(value, event.currentTarget.value));
    }
  });
};

const FIELDS: Record<string, string> = { date: 'date', time: 'time', datetime: 'datetime-local' };

const MomentEditor: Editor = ({ value, onChange }) => {
  const { column, content } = value.data;
  const type = typeOf(column);
  const shown = typeof content === 'string' ? content.replace(/([+-]\d\d:\d\d|Z)$/, '') : '';
  return h('input', {
    className: 'jss-table-field',
    type: FIELDS[type] ?? 'text',
    'aria-label': column.label || 'Value',
    ref: useFocus<HTMLInputElement>(),
    step: type === 'date' ? undefined : (column.step ?? 1),
    min: column.min_value,
    max: column.max_value,
    defaultValue: shown,
    onInput: (event: FormEvent<HTMLInputElement>) => {
      onChange(withContent(value, event.currentTarget.value || null));
    }
  });
};

const ChoiceEditor: Editor = ({ value, onChange, onFinishedEditing }) => {
  const { column, content } = value.data;
  const options: Option[] = column.options ?? [];
  const byPointer = useRef(false);
  return h(
    'select',
    {
      className: 'jss-table-field',
      'aria-label': column.label || 'Value',
      ref: useFocus<HTMLSelectElement>(),
      onPointerDown: () => {
        byPointer.current = true;
      },
      onInput: (event: FormEvent<HTMLSelectElement>) => {
        const chosen = options[Number(event.currentTarget.value)];
        const next = withContent(value, chosen ? chosen.value : null);
        onChange(next);
        if (byPointer.current) {
          onFinishedEditing(next); // with keys one goes from option to option
        }
      }
    },
    column.required ? null : h('option', { value: '-1' }, ''),
    ...options.map((option, index) =>
      h('option', { value: String(index), key: index, selected: option.value === content }, option.label)
    )
  );
};

const ListEditor: Editor = props => {
  const { column, editable, text } = props.value.data;
  if (!editable) {
    return h(ReadOnly, null, text);
  }
  return h(column.options && !column.accept_new_options ? BoxesEditor : TextEditor, props);
};

function ReadOnly({ children }: { children?: ReactNode }): ReactElement {
  return h('div', { className: 'jss-table-detail', tabIndex: 0, ref: useFocus<HTMLDivElement>() }, children);
}

const BoxesEditor: Editor = ({ value, onChange }) => {
  const { column, content } = value.data;
  const first = useFocus<HTMLInputElement>();
  const [chosen, setChosen] = useState<Item[]>(Array.isArray(content) ? content : []);
  return h(
    'fieldset',
    {
      className: 'jss-table-boxes',
      'aria-label': column.label || 'Values',
      onKeyDown: (event: KeyboardEvent) => {
        if (event.key === 'Tab') {
          event.stopPropagation(); // it goes from box to box, not to the next cell
        }
      }
    },
    ...(column.options ?? []).map((option, index) =>
      h(
        'label',
        { key: String(option.value) },
        h('input', {
          type: 'checkbox',
          ...(index === 0 ? { ref: first } : {}),
          checked: chosen.includes(option.value),
          onChange: (event: ChangeEvent<HTMLInputElement>) => {
            const rest = chosen.filter(item => item !== option.value);
            const next = event.target.checked ? [...rest, option.value] : rest;
            setChosen(next);
            onChange(withContent(value, next.length > 0 ? next : null));
          }
        }),
        ` ${option.label}`
      )
    )
  );
};

export type LookUp = (position: number, number: number) => Promise<{ text: string; html?: string }>;

function detailEditor(lookUp: LookUp): Editor {
  return ({ value }) => {
    const { position, number, text } = value.data;
    const node = useRef<HTMLDivElement>(null);
    useEffect(() => {
      node.current?.focus();
      if (position === undefined || number === undefined) {
        return;
      }
      lookUp(position, number)
        .then(found => {
          if (node.current) {
            show(node.current, found, value.data.column.kind === 'json');
          }
        })
        .catch(() => undefined); // what the cell shows stays
    }, [position, number]);
    return h('div', { className: 'jss-table-detail jss-item', tabIndex: 0, ref: node }, text);
  };
}

function show(node: HTMLElement, found: { text: string; html?: string }, isJson: boolean): void {
  if (found.html !== undefined) {
    setHtml(node, found.html);
    showIcons(found.html);
    return;
  }
  node.textContent = isJson ? pretty(found.text) : found.text;
}

function pretty(text: string): string {
  try {
    return JSON.stringify(JSON.parse(text), null, 2);
  } catch {
    return text;
  }
}

/** Plays what an address leads to; nothing is asked for before it is opened. */
const Player: Editor = ({ value }) => {
  const { column, content } = value.data;
  return h(typeOf(column) === 'video' ? 'video' : 'audio', {
    className: 'jss-table-player',
    controls: true,
    preload: 'metadata',
    tabIndex: 0,
    'aria-label': column.label || 'Player',
    ref: useFocus<HTMLMediaElement>(),
    src: String(content).trim()
  });
};

const EDITORS: Record<string, Editor> = {
  media: Player,
  moment: MomentEditor,
  choice: ChoiceEditor,
  chips: ListEditor,
  number: TextEditor
};

/** What opens over a cell of ours, if anything. */
export function editorsWith(lookUp: LookUp): NonNullable<CustomRenderer<SpecialCell>['provideEditor']> {
  const detail = detailEditor(lookUp);
  return cell => {
    const { kind } = cell.data;
    const editor = kind === 'detail' ? detail : EDITORS[kind];
    return (
      editor && {
        editor,
        disablePadding: true,
        ...(cell.data.editable ? {} : { deletedValue: (c: SpecialCell) => c })
      }
    );
  };
}

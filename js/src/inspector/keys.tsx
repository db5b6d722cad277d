// The tree of keys: search, rows, and how the keyboard goes through them.
import * as React from 'react';
import type { PanelModel } from './model';
import { Around } from './parts';
import { Group, Note, Value, textOf } from './row';
import type { Actions } from './row';
import type { Row, ValueRow } from './tree';

export function KeysView({ model }: { readonly model: PanelModel }) {
  const { trans } = React.useContext(Around);
  const { keys, hidden } = model;
  const rows = model.rows;
  return (
    <div className="jss-i-keys">
      <input
        type="search"
        className="jss-i-search"
        placeholder={trans.__('Search keys and values')}
        aria-label={trans.__('Search keys and values')}
        defaultValue={model.search}
        onChange={event => {
          model.search = event.target.value;
          model.update();
        }}
      />
      {rows.length > 0 ? <Rows model={model} rows={rows} /> : <Nothing model={model} />}
      {keys && (keys.more > 0 || hidden > 0) && (
        <div className="jss-i-foot">
          {keys.more > 0 && (
            <div>{trans._n('%1 more key is not shown', '%1 more keys are not shown', keys.more)}</div>
          )}
          {hidden > 0 && (
            <div>{trans._n('%1 private key is hidden', '%1 private keys are hidden', hidden)}</div>
          )}
        </div>
      )}
    </div>
  );
}

function Nothing({ model }: { readonly model: PanelModel }) {
  const { trans } = React.useContext(Around);
  if (!model.keys?.known) {
    return <p className="jss-i-empty">{trans.__('Waiting for the kernel…')}</p>;
  }
  return (
    <p className="jss-i-empty">
      {model.search ? trans.__('No key or value matches.') : trans.__('No keys yet.')}
    </p>
  );
}

function Rows({ model, rows }: { readonly model: PanelModel; readonly rows: readonly Row[] }) {
  const { trans } = React.useContext(Around);
  const tree = React.useRef<HTMLDivElement>(null);
  const actions = useActions(model);
  const active = rows.some(({ id }) => id === model.active) ? model.active : rows[0]?.id;
  const changed = model.keys?.changed;

  const nodeOf = (id: string | undefined) =>
    [...(tree.current?.children ?? [])].find(node => (node as HTMLElement).dataset['row'] === id);
  const focus = (row: Row | undefined) => {
    if (row) {
      model.active = row.id;
      model.update();
      (nodeOf(row.id) as HTMLElement | undefined)?.focus();
    }
  };
  React.useEffect(() => {
    if (model.isLeavingField) {
      model.isLeavingField = false;
      (nodeOf(active) as HTMLElement | undefined)?.focus();
    }
  });
  const onKeyDown = (event: React.KeyboardEvent) => {
    const { row } = (event.target as HTMLElement).dataset; // keys in its buttons and fields are not for the row
    const index = rows.findIndex(({ id }) => id === row);
    if (move(event, rows, index, actions, focus)) {
      event.preventDefault();
      event.stopPropagation();
    }
  };

  return (
    <div
      ref={tree}
      role="tree"
      className="jss-i-tree"
      aria-label={trans.__('Session state')}
      onKeyDown={onKeyDown}
    >
      {rows.map(row => {
        const common = { isActive: row.id === active, actions };
        switch (row.what) {
          case 'group':
            return <Group key={row.id} row={row} {...common} />;
          case 'note':
            return <Note key={row.id} row={row} {...common} />;
          default:
            return (
              <Value
                key={row.id}
                row={row}
                {...common}
                changes={row.entry ? (changed?.get(row.key) ?? 0) : 0}
                isEditing={row.entry !== null && model.editing === row.key}
                canEdit={model.settings.editValues}
              />
            );
        }
      })}
    </div>
  );
}

/** What a key does in the tree, as in trees everywhere. */
function move(
  event: React.KeyboardEvent,
  rows: readonly Row[],
  index: number,
  actions: Actions,
  focus: (row: Row | undefined) => void
): boolean {
  const row = rows[index];
  if (!row || event.altKey || event.metaKey) {
    return false;
  }
  if (event.ctrlKey) {
    return event.key === 'c' && row.what === 'value' && (actions.copy(row), true);
  }
  const isOpen = row.what !== 'note' && row.isOpen;
  const canOpen = row.what === 'group' || (row.what === 'value' && row.value.open);
  const steps: Record<string, () => void> = {
    ArrowDown: () => {
      focus(rows[index + 1]);
    },
    ArrowUp: () => {
      focus(rows[index - 1]);
    },
    Home: () => {
      focus(rows[0]);
    },
    End: () => {
      focus(rows.at(-1));
    },
    ArrowRight: () => {
      if (isOpen) {
        focus(rows[index + 1]);
      } else if (canOpen) {
        actions.toggle(row);
      }
    },
    ArrowLeft: () => {
      if (isOpen) {
        actions.toggle(row);
      } else {
        focus(
          rows
            .slice(0, index)
            .filter(({ level }) => level < row.level)
            .at(-1)
        );
      }
    },
    Enter: () => {
      use(row, actions);
    },
    ' ': () => {
      use(row, actions);
    },
    F2: () => {
      use(row, actions);
    },
    Delete: () => {
      if (row.what === 'value' && row.entry) {
        actions.remove(row);
      }
    }
  };
  const step = steps[event.key];
  step?.();
  return step !== undefined;
}

/** What Enter does: edit a value, open a group, show more. */
function use(row: Row, actions: Actions): void {
  if (row.what === 'note') {
    actions.more(row);
  } else if (row.what === 'value' && row.entry?.editable) {
    actions.edit(row);
  } else {
    actions.toggle(row);
  }
}

function useActions(model: PanelModel): Actions {
  const { copy, fail } = React.useContext(Around);
  return React.useMemo(() => {
    const app = () => model.app?.name ?? '';
    const canEdit = (row: ValueRow) => model.settings.editValues && row.entry?.editable === true;
    return {
      toggle: row => {
        model.tree.toggle(row);
      },
      activate: row => {
        if (row.id !== model.active) {
          model.active = row.id;
          model.update();
        }
      },
      more: row => {
        if (row.state === 'more') {
          model.tree.more(row);
        }
      },
      edit: row => {
        if (canEdit(row)) {
          model.editing = row.key;
          model.active = row.id;
          model.update();
        }
      },
      endEdit: () => {
        model.editing = null;
        model.isLeavingField = true;
        model.update();
      },
      set: (key, json) => model.ask({ type: 'set', app: app(), key, json }),
      remove: row => {
        if (model.settings.editValues) {
          model.ask({ type: 'delete', app: app(), key: row.key }).catch(fail);
        }
      },
      pin: row => {
        model.togglePin(row.key).catch(fail);
      },
      copy: row => {
        if (row.entry?.masked !== true) {
          copy(textOf(row.value));
        }
      }
    };
  }, [model, copy, fail]);
}

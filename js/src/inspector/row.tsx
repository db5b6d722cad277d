// One row of the tree of keys.
import * as React from 'react';
import { copyIcon, deleteIcon, editIcon, pinIcon } from '../icons';
import type * as P from '../protocol';
import { kind, kindInWords, group as nameOfGroup, owner, writer } from '../words';
import type { Trans } from '../words';
import { Editor } from './editor';
import { Ago, Around, IconButton } from './parts';
import type { GroupRow, NoteRow, Row, ValueRow } from './tree';

/** What can be done with a row; the same object for all rows, so that a row is drawn again only if it changed. */
export interface Actions {
  toggle: (row: Row) => void;
  activate: (row: Row) => void;
  more: (row: NoteRow) => void;
  edit: (row: ValueRow) => void;
  endEdit: () => void;
  set: (key: string, json: string) => Promise<unknown>;
  remove: (row: ValueRow) => void;
  pin: (row: ValueRow) => void;
  copy: (row: ValueRow) => void;
}

interface RowProps<R extends Row> {
  readonly row: R;
  readonly isActive: boolean;
  readonly actions: Actions;
}

interface ValueProps extends RowProps<ValueRow> {
  /** How often the value changed in this run; 0 if it did not. */
  readonly changes: number;
  readonly isEditing: boolean;
  readonly canEdit: boolean;
}

type Attributes = React.HTMLAttributes<HTMLDivElement> & { 'data-row': string };

function attributes({ row, isActive, actions }: RowProps<Row>): Attributes {
  return {
    role: 'treeitem',
    'data-row': row.id,
    'aria-level': row.level,
    tabIndex: isActive ? 0 : -1,
    style: { paddingInlineStart: (row.level - 1) * 12 + 4 },
    onFocus: event => {
      if (event.target === event.currentTarget) {
        actions.activate(row);
      }
    }
  };
}

export const Group = React.memo(function Group(props: RowProps<GroupRow>) {
  const { trans } = React.useContext(Around);
  const { row, actions } = props;
  return (
    <div
      {...attributes(props)}
      className="jss-i-row jss-i-group"
      aria-expanded={row.isOpen}
      onClick={() => {
        actions.toggle(row);
      }}
    >
      <Caret isOpen={row.isOpen} />
      {row.group === 'pinned' ? trans.__('Pinned') : nameOfGroup(row.group, trans)}
      <span className="jss-i-count">{row.count}</span>
    </div>
  );
}, sameRow);

export const Value = React.memo(
  function Value(props: ValueProps) {
    const { row, isActive, isEditing, changes, actions } = props;
    const { value, entry } = row;
    return (
      <div
        {...attributes(props)}
        className={`jss-i-row jss-i-value${changes > 0 ? ' jss-mod-changed' : ''}`}
        aria-expanded={value.open ? row.isOpen : undefined}
        onDoubleClick={() => {
          actions.edit(row);
        }}
      >
        {changes > 0 && <span key={changes} className="jss-i-flash" aria-hidden="true" />}
        <div className="jss-i-line">
          <span
            className="jss-i-toggle"
            aria-hidden="true"
            onClick={() => {
              actions.toggle(row);
            }}
          >
            {value.open && <Caret isOpen={row.isOpen} />}
          </span>
          <span className="jss-i-name" title={row.name}>
            {row.name}
          </span>
          {isEditing && entry ? (
            <Editor entry={entry} onApply={json => actions.set(row.key, json)} onClose={actions.endEdit} />
          ) : (
            <span className="jss-i-preview" data-type={value.type} title={value.preview}>
              {value.preview}
            </span>
          )}
        </div>
        <Meta row={row} changes={changes} />
        {!isEditing && <Buttons {...props} isActive={isActive} />}
      </div>
    );
  },
  (one, other) =>
    sameRow(one, other) &&
    one.changes === other.changes &&
    one.isEditing === other.isEditing &&
    one.canEdit === other.canEdit
);

export const Note = React.memo(function Note(props: RowProps<NoteRow>) {
  const { trans } = React.useContext(Around);
  const { row, actions } = props;
  const isMore = row.state === 'more';
  return (
    <div
      {...attributes(props)}
      className={`jss-i-row jss-i-note${row.state === 'failed' ? ' jss-i-error' : ''}`}
      onClick={() => {
        if (isMore) {
          actions.more(row);
        }
      }}
    >
      {note(row, trans)}
    </div>
  );
}, sameRow);

function note(row: NoteRow, trans: Trans): string {
  return {
    loading: trans.__('Looking…'),
    empty: trans.__('Nothing inside'),
    failed: row.text,
    more: trans._n('Show %1 more', 'Show %1 more', row.left)
  }[row.state];
}

function Caret({ isOpen }: { readonly isOpen: boolean }) {
  return <span className={`jss-i-caret${isOpen ? ' jss-mod-open' : ''}`} aria-hidden="true" />;
}

/** Below the value: its type and size, its widget, who wrote it last and when. */
function Meta({ row, changes }: { readonly row: ValueRow; readonly changes: number }) {
  const { trans } = React.useContext(Around);
  const { value, entry } = row;
  const owned = entry?.owner ? owner(entry.owner, trans) : null;
  const wrote = entry?.writer ? writer(entry.writer, trans) : null;
  const isOwn = owned !== null && entry?.writer?.by === 'widget'; // said once is enough
  const isMasked = entry?.masked === true; // its size would tell something, too
  const words = [
    isMasked ? trans.__('%1, hidden', value.type) : kindInWords(value, trans),
    owned && trans.__('value of %1', owned),
    wrote && trans.__('written by %1', wrote)
  ];
  const parts = [isMasked ? value.type : kind(value, trans), owned, isOwn ? null : wrote].filter(
    part => part !== null
  );
  return (
    <div className="jss-i-meta" title={words.filter(Boolean).join('\n')}>
      {changes > 0 && <span className="jss-i-sr">{trans.__('changed in the last run')} </span>}
      {parts.join(' · ')}
      {entry?.writer && (
        <>
          {' · '}
          <Ago at={entry.writer.at} />
        </>
      )}
    </div>
  );
}

function Buttons({ row, isActive, canEdit, actions }: ValueProps) {
  const { trans } = React.useContext(Around);
  const { entry } = row;
  const button = { focusable: isActive };
  return (
    <div className="jss-i-actions">
      {entry && canEdit && (
        <IconButton
          {...button}
          icon={editIcon}
          label={(!entry.editable && entry.why_not) || trans.__('Edit %1', row.name)}
          disabled={!entry.editable}
          onClick={() => {
            actions.edit(row);
          }}
        />
      )}
      <IconButton
        {...button}
        icon={copyIcon}
        label={trans.__('Copy the value of %1', row.name)}
        disabled={entry?.masked === true}
        onClick={() => {
          actions.copy(row);
        }}
      />
      {entry && (
        <IconButton
          {...button}
          icon={pinIcon}
          label={row.isPinned ? trans.__('Unpin %1', row.name) : trans.__('Pin %1', row.name)}
          pressed={row.isPinned}
          onClick={() => {
            actions.pin(row);
          }}
        />
      )}
      {entry && canEdit && (
        <IconButton
          {...button}
          icon={deleteIcon}
          label={trans.__('Delete %1', row.name)}
          onClick={() => {
            actions.remove(row);
          }}
        />
      )}
    </div>
  );
}

/** Rows are made anew each time; what they show of them is compared. */
function sameRow<R extends Row>(one: RowProps<R>, other: RowProps<R>): boolean {
  if (one.isActive !== other.isActive || one.actions !== other.actions) {
    return false;
  }
  const names = Object.keys(one.row) as (keyof R)[];
  return names.every(name => name === 'path' || one.row[name] === other.row[name]);
}

/** What is copied of a value: JSON if it can say it, else what is shown. */
export function textOf(value: P.Entry | P.Child): string {
  return ('json' in value ? value.json : null) ?? value.preview;
}

// The timeline of an app: its interactions, the latest first; one that is open shows the state after it.
import * as React from 'react';
import { areEntries } from '../checks';
import type { PanelModel } from '../inspector/model';
import { Around } from '../inspector/parts';
import type * as P from '../protocol';
import type { Past } from '../state';
import { Part, Step } from './item';

export function TimelineView({ model }: { readonly model: PanelModel }) {
  const { trans } = React.useContext(Around);
  const { past, app } = model;
  const [open, setOpen] = React.useState<number | null>(null);
  const list = React.useRef<HTMLOListElement>(null);
  if (!past || past.items.length === 0 || !app) {
    return <p className="jss-i-empty">{trans.__('Nothing has happened yet.')}</p>;
  }
  const onKeyDown = (event: React.KeyboardEvent) => {
    const heads = [...(list.current?.querySelectorAll<HTMLElement>('.jss-t-head') ?? [])];
    const index = heads.indexOf(event.target as HTMLElement);
    const to = { ArrowDown: index + 1, ArrowUp: index - 1, Home: 0, End: heads.length - 1 }[event.key];
    if (index >= 0 && to !== undefined) {
      event.preventDefault();
      heads[to]?.focus();
    }
  };
  return (
    <>
      <ol
        ref={list}
        reversed
        className="jss-t-list"
        aria-label={trans.__('Interactions, the latest first')}
        onKeyDown={onKeyDown}
      >
        {[...past.items].reverse().map(item => (
          <Step
            key={item.number}
            item={item}
            isNow={item.number === past.cursor}
            isUndone={item.number > past.cursor}
            isOpen={item.number === open}
            onToggle={() => {
              setOpen(item.number === open ? null : item.number);
            }}
            tools={<Travel model={model} past={past} item={item} app={app.name} />}
          >
            <StateThen model={model} item={item} app={app.name} />
          </Step>
        ))}
      </ol>
      {(past.items[0]?.number ?? 0) > past.first && (
        <p className="jss-t-older">{trans.__('There are older interactions, too many to show.')}</p>
      )}
    </>
  );
}

interface TravelProps {
  readonly model: PanelModel;
  readonly past: Past;
  readonly item: P.Item;
  readonly app: string;
}

/** What can be done with an interaction that is open. */
function Travel({ model, past, item, app }: TravelProps) {
  const { trans, fail } = React.useContext(Around);
  const isNow = item.number === past.cursor;
  return (
    <div className="jss-t-travel">
      <button
        type="button"
        className="jss-i-textbutton"
        disabled={isNow}
        title={trans.__('Put the state back to how it was after this step, and run the app')}
        onClick={() => {
          model.ask({ type: 'goto', app, number: item.number }).catch(fail);
        }}
      >
        {trans.__('Go to here')}
      </button>
      <button
        type="button"
        className="jss-i-textbutton"
        disabled={item.number === past.first || item.number > past.cursor}
        title={trans.__(
          'Put the state back to before this step, and let the later steps happen again without it'
        )}
        onClick={() => {
          model.ask({ type: 'replay', app, without: item.number }).catch(fail);
        }}
      >
        {trans.__('Replay without this')}
      </button>
    </div>
  );
}

const SHOWN = 100;

function StateThen({ model, item, app }: Omit<TravelProps, 'past'>) {
  const { trans } = React.useContext(Around);
  const [found, setFound] = React.useState<readonly P.Entry[] | string | null>(null);
  React.useEffect(() => {
    let isCurrent = true;
    const show = (result: readonly P.Entry[] | string) => {
      if (isCurrent) {
        setFound(result);
      }
    };
    model.ask({ type: 'look', app, number: item.number }).then(
      (result: unknown) => {
        show(
          areEntries(result)
            ? result
            : trans.__('The kernel sent something that this page does not understand.')
        );
      },
      (reason: unknown) => {
        show(reason instanceof Error ? reason.message : String(reason));
      }
    );
    return () => {
      isCurrent = false;
    };
  }, [model, item.number, app, trans]);

  const changed = new Set(item.changes.map(({ key }) => key));
  return (
    <Part title={trans.__('State after this step')}>
      {found === null && <p className="jss-t-quiet">{trans.__('Looking…')}</p>}
      {typeof found === 'string' && <p className="jss-i-error">{found}</p>}
      {Array.isArray(found) && (
        <dl className="jss-t-state">
          {(found as readonly P.Entry[]).slice(0, SHOWN).map(entry => (
            <div key={entry.key} className={changed.has(entry.key) ? 'jss-mod-changed' : undefined}>
              <dt>{entry.key}</dt>
              <dd title={entry.preview}>{entry.preview}</dd>
            </div>
          ))}
        </dl>
      )}
      {Array.isArray(found) && found.length > SHOWN && (
        <p className="jss-t-quiet">{trans.__('and %1 more', found.length - SHOWN)}</p>
      )}
    </Part>
  );
}

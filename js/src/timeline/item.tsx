// One interaction: its line, and all about it when it is open.
import * as React from 'react';
import { Around } from '../inspector/parts';
import type * as P from '../protocol';
import { clock, duration, ending } from '../words';

interface StepProps {
  readonly item: P.Item;
  /** Whether its state is the present one. */
  readonly isNow: boolean;
  /** Whether it was undone, so that the present state does not have it. */
  readonly isUndone: boolean;
  readonly isOpen: boolean;
  readonly onToggle: () => void;
  /** What can be done with it. */
  readonly tools?: React.ReactNode;
  /** What is shown below all about it. */
  readonly children?: React.ReactNode;
}

export function Step({ item, isNow, isUndone, isOpen, onToggle, tools, children }: StepProps) {
  const { trans } = React.useContext(Around);
  const id = React.useId();
  const classes = [
    'jss-t-step',
    isNow && 'jss-mod-now',
    isUndone && 'jss-mod-undone',
    isOpen && 'jss-mod-open'
  ];
  return (
    <li className={classes.filter(Boolean).join(' ')} aria-current={isNow ? 'step' : undefined}>
      <button
        type="button"
        className="jss-t-head"
        aria-expanded={isOpen}
        aria-controls={isOpen ? id : undefined}
        onClick={onToggle}
      >
        <span className="jss-t-first">
          <span className="jss-t-number">{item.number}</span>
          <span className="jss-t-cause">{item.cause}</span>
          <time className="jss-t-time">{clock(item.at)}</time>
        </span>
        {!isOpen && item.changes.length > 0 && <Summary changes={item.changes} />}
        <Marks item={item} isNow={isNow} isUndone={isUndone} />
      </button>
      {isOpen && (
        <div id={id} className="jss-t-body">
          {tools}
          <Details item={item} />
          <p className="jss-t-quiet">
            {trans.__('%1 · took %2', ending(item.ending, trans), duration(item.ms, trans))}
          </p>
          {children}
        </div>
      )}
    </li>
  );
}

/** The keys that changed, on one line. */
function Summary({ changes }: { readonly changes: readonly P.Change[] }) {
  const { trans } = React.useContext(Around);
  const more = changes.length - 3;
  return (
    <span className="jss-t-summary">
      {changes.slice(0, 3).map(change => (
        <span key={change.key}>
          <b>{change.key}</b> {change.after ?? trans.__('gone')}
        </span>
      ))}
      {more > 0 && <span>{trans.__('+%1', more)}</span>}
    </span>
  );
}

function Marks({ item, isNow, isUndone }: Pick<StepProps, 'item' | 'isNow' | 'isUndone'>) {
  const { trans } = React.useContext(Around);
  const marks: [string, string][] = [];
  if (isNow) {
    marks.push(['now', trans.__('now')]);
  }
  if (isUndone) {
    marks.push(['undone', trans.__('undone')]);
  }
  if (item.error) {
    marks.push(['error', trans.__('error')]);
  }
  if (item.ending !== 'completed' && item.ending !== 'error') {
    marks.push(['ending', ending(item.ending, trans)]);
  }
  if (!item.restorable) {
    marks.push(['lasting', trans.__('not restorable')]);
  }
  return marks.length === 0 ? null : (
    <span className="jss-t-marks">
      {marks.map(([name, text]) => (
        <span key={name} className={`jss-t-mark jss-mod-${name}`}>
          {text}
        </span>
      ))}
    </span>
  );
}

function Details({ item }: { readonly item: P.Item }) {
  const { trans } = React.useContext(Around);
  return (
    <>
      {!item.restorable && item.why_not && <p className="jss-t-why">{item.why_not}</p>}
      {item.callbacks.length > 0 && (
        <Part title={trans.__('Callbacks')}>
          {item.callbacks.map((call, index) => (
            <Callback key={index} call={call} />
          ))}
        </Part>
      )}
      {item.changes.length > 0 && (
        <Part title={trans.__('Changes')}>
          {item.changes.map(change => (
            <Changed key={change.key} change={change} />
          ))}
        </Part>
      )}
      {item.refused.length > 0 && (
        <Part title={trans.__('Refused')}>
          {item.refused.map((text, index) => (
            <div key={index}>{text}</div>
          ))}
        </Part>
      )}
      {item.error && (
        <Part title={trans.__('Error')}>
          <pre className="jss-i-error" tabIndex={0}>
            {item.error}
          </pre>
        </Part>
      )}
      {item.printed && (
        <Part title={trans.__('Printed')}>
          <pre tabIndex={0}>{item.printed}</pre>
        </Part>
      )}
    </>
  );
}

export function Part({ title, children }: { readonly title: string; readonly children: React.ReactNode }) {
  return (
    <section className="jss-t-part" aria-label={title}>
      <div className="jss-t-title">{title}</div>
      {children}
    </section>
  );
}

function Callback({ call }: { readonly call: P.Call }) {
  const { trans } = React.useContext(Around);
  const where = [
    call.widget && trans.__('of %1', call.widget),
    call.line !== null && trans.__('line %1', call.line)
  ].filter(Boolean);
  return (
    <div className="jss-t-call">
      <code>
        {call.name}({call.arguments})
      </code>
      {where.length > 0 && <span className="jss-t-quiet"> {where.join(', ')}</span>}
    </div>
  );
}

function Changed({ change }: { readonly change: P.Change }) {
  const { trans } = React.useContext(Around);
  const absent = <i className="jss-t-quiet">{trans.__('not there')}</i>;
  return (
    <div className="jss-t-change">
      <b>{change.key}</b>
      <span className="jss-t-values">
        {change.before === null ? absent : <del>{change.before}</del>}
        <span aria-label={trans.__('became')} role="img">
          {' → '}
        </span>
        {change.after === null ? absent : <ins>{change.after}</ins>}
      </span>
      {!change.restorable && <span className="jss-t-mark jss-mod-lasting">{trans.__('not restorable')}</span>}
    </div>
  );
}

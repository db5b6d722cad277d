// A key's new value, typed where the old one stood.
import * as React from 'react';
import type * as P from '../protocol';
import { judge } from './edits';
import { Around } from './parts';

interface EditorProps {
  readonly entry: P.Entry;
  /** Set the key; broken with the reason if the kernel refuses. */
  readonly onApply: (json: string) => Promise<unknown>;
  readonly onClose: () => void;
}

export function Editor({ entry, onApply, onClose }: EditorProps) {
  const { trans } = React.useContext(Around);
  const [text, setText] = React.useState(entry.json ?? '');
  const [error, setError] = React.useState('');
  const [isSending, setSending] = React.useState(false);
  const field = React.useRef<HTMLTextAreaElement>(null);
  const id = React.useId();

  React.useEffect(() => {
    field.current?.focus();
    field.current?.select();
  }, []);

  const apply = () => {
    const verdict = judge(text, entry.type, trans);
    if ('error' in verdict) {
      setError(verdict.error);
      return;
    }
    setSending(true);
    onApply(verdict.json).then(onClose, (reason: unknown) => {
      setSending(false);
      setError(reason instanceof Error ? reason.message : String(reason));
    });
  };
  const onKeyDown = (event: React.KeyboardEvent) => {
    event.stopPropagation();
    if (event.key === 'Escape') {
      onClose();
    } else if (event.key === 'Enter' && !event.shiftKey && !event.nativeEvent.isComposing) {
      event.preventDefault();
      apply();
    }
  };

  return (
    <div className="jss-i-editor">
      <textarea
        ref={field}
        value={text}
        rows={Math.min(8, text.split('\n').length)}
        spellCheck={false}
        readOnly={isSending}
        aria-label={trans.__('New value of %1, as JSON', entry.key)}
        aria-invalid={error !== ''}
        aria-describedby={error ? `${id}-error` : `${id}-hint`}
        onChange={event => {
          setText(event.target.value);
          setError('');
        }}
        onKeyDown={onKeyDown}
      />
      {error ? (
        <div id={`${id}-error`} className="jss-i-error" role="alert">
          {error}
        </div>
      ) : (
        <div id={`${id}-hint`} className="jss-i-hint">
          {trans.__('Enter sets it, Escape leaves it as it is')}
        </div>
      )}
    </div>
  );
}

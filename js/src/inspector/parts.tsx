// Small pieces that the views of the panel share.
import type { LabIcon } from '@jupyterlab/ui-components';
import * as React from 'react';
import { ago, clock } from '../words';
import type { Trans } from '../words';

/** Something that all views need: the language, and a way to do things with the app. */
export interface Surroundings {
  readonly trans: Trans;
  /** Execute a command about the app that is shown. */
  readonly run: (command: string) => void;
  /** Tell the user that something did not work. */
  readonly fail: (reason: unknown) => void;
  readonly copy: (text: string) => void;
}

export const Around = React.createContext<Surroundings>(undefined as unknown as Surroundings);

interface IconButtonProps {
  readonly icon: LabIcon;
  readonly label: string;
  readonly onClick: () => void;
  readonly disabled?: boolean;
  readonly pressed?: boolean;
  readonly focusable?: boolean;
}

/** A button that is an icon; its words are its name and its tooltip. */
export function IconButton({ icon, label, onClick, disabled, pressed, focusable = true }: IconButtonProps) {
  return (
    <button
      type="button"
      className="jss-i-button"
      title={label}
      aria-label={label}
      aria-pressed={pressed}
      disabled={disabled}
      tabIndex={focusable ? 0 : -1}
      onClick={onClick}
    >
      <icon.react tag="span" aria-hidden="true" />
    </button>
  );
}

const TICK = 5000;
const listeners = new Set<() => void>();
let timer: ReturnType<typeof setInterval> | undefined;

/** One clock for all that is on screen; it stands still when nothing is. */
function onTick(listener: () => void): () => void {
  listeners.add(listener);
  timer ??= setInterval(() => {
    listeners.forEach(listen => {
      listen();
    });
  }, TICK);
  return () => {
    listeners.delete(listener);
    if (listeners.size === 0) {
      clearInterval(timer);
      timer = undefined;
    }
  };
}

/** How long ago something was, kept true. */
export function Ago({ at }: { readonly at: number }) {
  const { trans } = React.useContext(Around);
  const text = React.useSyncExternalStore(onTick, () => ago(at, Date.now() / 1000, trans));
  return <time title={clock(at)}>{text}</time>;
}

// What can be done with a column: the entries of its menu.
import { typeOf } from './types';
import type { Column } from './types';
import type { Action } from './menu_at';

/** What a menu may do; what is missing cannot be done. */
export interface Doings {
  sort?: (down: boolean) => void;
  format: (format: string | undefined) => void;
  /** Show the formats there are. */
  formats: (actions: Action[]) => void;
  fit: () => void;
  pin: (pinned: boolean) => void;
  left?: () => void;
  right?: () => void;
  hide?: () => void;
}

type Formats = readonly (readonly [label: string, format: string | undefined])[];

const NUMBERS: Formats = [
  ['Automatic', undefined],
  ['Localized', 'localized'],
  ['Plain', 'plain'],
  ['Compact', 'compact'],
  ['Dollar', 'dollar'],
  ['Euro', 'euro'],
  ['Yen', 'yen'],
  ['Percent', 'percent'],
  ['Scientific', 'scientific'],
  ['Accounting', 'accounting']
];
const MOMENTS: Formats = [
  ['Automatic', undefined],
  ['Localized', 'localized'],
  ['Distance', 'distance'],
  ['Calendar', 'calendar']
];
const FORMATS: Record<string, Formats> = {
  number: NUMBERS,
  progress: NUMBERS,
  date: MOMENTS,
  datetime: MOMENTS,
  time: MOMENTS.filter(([, format]) => format === undefined || format === 'localized')
};

export function actionsFor(column: Column, isPinned: boolean, doings: Doings): Action[] {
  const { sort, left, right, hide } = doings;
  const formats = FORMATS[typeOf(column)];
  const entry = (label: string, act: () => void): Action => ({ label, act });
  return [
    ...(sort
      ? [
          entry('Sort ascending', () => {
            sort(false);
          }),
          entry('Sort descending', () => {
            sort(true);
          })
        ]
      : []),
    ...(formats
      ? [
          entry('Format…', () => {
            doings.formats(formatActions(formats, column, doings));
          })
        ]
      : []),
    entry('Fit width', doings.fit),
    entry(isPinned ? 'Unpin' : 'Pin', () => {
      doings.pin(!isPinned);
    }),
    ...(left ? [entry('Move left', left)] : []),
    ...(right ? [entry('Move right', right)] : []),
    ...(hide ? [entry('Hide', hide)] : [])
  ];
}

function formatActions(formats: Formats, column: Column, doings: Doings): Action[] {
  return formats.map(([label, format]) => ({
    label: column.format === format ? `${label} ✓` : label,
    act: () => {
      doings.format(format);
    }
  }));
}

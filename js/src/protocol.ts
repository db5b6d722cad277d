/**
 * What the extension and the kernel say to each other; `jupyter_session_state/_jupyter/inspector/protocol.py` has
 * the words about each, and a test compares the two.
 */

export const VERSION = 1;
export const TARGET = 'jupyter_session_state';
/** Bytes that one message may have, either way. */
export const MAX_MESSAGE = 256_000;

/** Anything JSON can say. */
export type Json = null | boolean | number | string | Json[] | { [key: string]: Json };

export type Group = 'yours' | 'widgets' | 'forms' | 'kept';
export type By = 'widget' | 'callback' | 'script' | 'cell' | 'inspector' | 'restore';
export type Phase = 'running' | 'done';
export type Ending = 'completed' | 'stopped' | 'rerun' | 'error' | 'aborted' | 'interrupted';

export interface AppInfo {
  name: string;
  cell: string | null;
  running: boolean;
  error: string;
  undo: boolean;
  redo: boolean;
}

export interface Writer {
  by: By;
  name: string;
  line: number | null;
  at: number;
}

export interface Owner {
  kind: string;
  label: string;
  disabled: boolean;
}

export interface Entry {
  key: string;
  group: Group;
  type: string;
  preview: string;
  size: number;
  open: boolean;
  json: string | null;
  editable: boolean;
  why_not: string;
  masked: boolean;
  owner: Owner | null;
  writer: Writer | null;
}

export interface Child {
  name: string;
  step: string | number;
  type: string;
  preview: string;
  size: number;
  open: boolean;
}

export interface Inside {
  children: Child[];
  total: number;
}

export interface Exported {
  text: string;
  left_out: string[];
}

export interface Call {
  name: string;
  arguments: string;
  widget: string;
  line: number | null;
}

export interface Change {
  key: string;
  before: string | null;
  after: string | null;
  restorable: boolean;
}

export interface Item {
  number: number;
  at: number;
  cause: string;
  callbacks: Call[];
  changes: Change[];
  refused: string[];
  printed: string;
  error: string;
  ending: Ending;
  ms: number;
  restorable: boolean;
  why_not: string;
}

// -- the kernel says ------------------------------------------------------------------------------------------

export interface Hello {
  v: number;
  type: 'hello';
  version: string;
  session: string;
  limit: number;
  apps: AppInfo[];
}

export interface Apps {
  v: number;
  type: 'apps';
  apps: AppInfo[];
}

export interface State {
  v: number;
  type: 'state';
  app: string;
  seq: number;
  entries: Entry[];
  offset: number;
  more: number;
}

export interface Patch {
  v: number;
  type: 'patch';
  app: string;
  seq: number;
  set: Entry[];
  gone: string[];
}

export interface Run {
  v: number;
  type: 'run';
  app: string;
  phase: Phase;
  ms: number;
}

export interface History {
  v: number;
  type: 'history';
  app: string;
  whole: boolean;
  items: Item[];
  first: number;
  cursor: number;
  undo: boolean;
  redo: boolean;
}

export interface News {
  v: number;
  type: 'news';
  messages: Json[];
}

export interface Error {
  code: 'malformed' | 'too-large' | 'unknown' | 'refused' | 'busy' | 'failed';
  message: string;
}

export interface Reply {
  v: number;
  type: 'reply';
  id: number;
  ok: boolean;
  result: Json;
  error: Error | null;
}

export type FromKernel = Hello | Apps | State | Patch | Run | History | News | Reply;

// -- the page asks --------------------------------------------------------------------------------------------

export interface Sync {
  v: number;
  type: 'sync';
  id: number;
}

export interface Watch {
  v: number;
  type: 'watch';
  id: number;
  app: string | null;
  state: boolean;
  history: boolean;
}

export interface Set {
  v: number;
  type: 'set';
  id: number;
  app: string;
  key: string;
  json: string;
}

export interface Delete {
  v: number;
  type: 'delete';
  id: number;
  app: string;
  key: string;
}

export interface Preview {
  v: number;
  type: 'preview';
  id: number;
  app: string;
  key: string;
  path: (string | number)[];
  offset: number;
  limit: number;
}

export interface Act {
  v: number;
  type: 'rerun' | 'clear' | 'undo' | 'redo';
  id: number;
  app: string;
}

export interface Goto {
  v: number;
  type: 'goto';
  id: number;
  app: string;
  number: number;
}

export interface Replay {
  v: number;
  type: 'replay';
  id: number;
  app: string;
  without: number;
}

export interface Look {
  v: number;
  type: 'look';
  id: number;
  app: string;
  number: number;
}

export interface Record {
  v: number;
  type: 'record';
  id: number;
  app: string;
}

export interface Export {
  v: number;
  type: 'export';
  id: number;
  app: string;
}

export interface Keep {
  v: number;
  type: 'keep';
  id: number;
  limit: number;
}

export type FromPage =
  Sync | Watch | Set | Delete | Preview | Act | Goto | Replay | Look | Record | Export | Keep;

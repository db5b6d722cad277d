// What jsdom lacks, and Lumino and React look for when they are loaded.
class DragEventStub extends MouseEvent {}

Object.assign(globalThis, {
  DragEvent: (globalThis as { DragEvent?: unknown }).DragEvent ?? DragEventStub,
  IS_REACT_ACT_ENVIRONMENT: true
});

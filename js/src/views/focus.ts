// Keeps focus, caret and unsent text when a node has to move, or when a child's view is made anew elsewhere.

type TextField = HTMLInputElement | HTMLTextAreaElement;

interface Trace {
  /** Which of the view's focusable nodes had the focus. */
  index: number;
  text: string | null;
  caret: [number, number] | null;
  time: number;
}

const FOCUSABLE = 'a[href], button, input, select, textarea, summary, [tabindex]';
const KEPT_MS = 2000;
const traces = new Map<string, Trace>();

function isTextField(node: Element): node is TextField {
  return (
    node instanceof HTMLTextAreaElement || (node instanceof HTMLInputElement && node.selectionStart !== null)
  );
}

function active(node: Element): HTMLElement | null {
  const found = document.activeElement;
  return found instanceof HTMLElement && node.contains(found) ? found : null;
}

function caretOf(node: Element): [number, number] | null {
  return isTextField(node) ? [node.selectionStart ?? 0, node.selectionEnd ?? 0] : null;
}

function focusAt(node: HTMLElement, caret: [number, number] | null): void {
  node.focus({ preventScroll: true });
  if (caret && isTextField(node)) {
    node.setSelectionRange(...caret);
  }
}

type Movable = Element & { moveBefore?(node: Node, before: Node | null): void };

/** Move a node that is in the page; what had the focus inside it has it afterwards. */
export function moveNode(host: HTMLElement, node: HTMLElement, before: Node | null): void {
  const target: Movable = host;
  if (target.moveBefore && node.isConnected && host.isConnected) {
    target.moveBefore(node, before);
    return;
  }
  const focused = active(node);
  const caret = focused && caretOf(focused);
  host.insertBefore(node, before);
  if (focused && document.activeElement !== focused) {
    focusAt(focused, caret);
  }
}

/** A child's view is about to go: remember the focus in it, should the child appear elsewhere. */
export function rememberFocus(child: string, node: HTMLElement): void {
  const focused = active(node);
  if (!focused) {
    return;
  }
  traces.clear(); // there is one focus, so one trace is enough
  traces.set(child, {
    index: [...node.querySelectorAll(FOCUSABLE)].indexOf(focused),
    text: isTextField(focused) ? focused.value : null,
    caret: caretOf(focused),
    time: performance.now()
  });
}

/** A child's view has come: give it the focus that another view of it lost a moment ago. */
export function restoreFocus(child: string, node: HTMLElement): void {
  const trace = traces.get(child);
  if (!trace) {
    return;
  }
  const focused = document.activeElement;
  const isElsewhere = focused !== null && focused !== document.body && !focused.contains(node);
  const target = trace.index < 0 ? node : node.querySelectorAll<HTMLElement>(FOCUSABLE)[trace.index];
  if (!target || !node.isConnected) {
    return;
  }
  traces.delete(child);
  if (isElsewhere || performance.now() - trace.time > KEPT_MS) {
    return;
  }
  if (trace.text !== null && isTextField(target)) {
    target.value = trace.text;
  }
  focusAt(target, trace.caret);
}

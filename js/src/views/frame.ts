// What surrounds the items of a container. One frame per kind; all share this interface.
import { copyCode } from './copy';
import { showDiagrams } from './diagrams';
import { showEffects } from './effects';
import { appFrame } from './frame_app';
import { chatMessageFrame } from './frame_chat';
import { dialogFrame } from './frame_dialog';
import { expanderFrame } from './frame_expander';
import { formFrame } from './frame_form';
import { cellFrame, columnFrame, columnsFrame, containerFrame, gridFrame } from './frame_layout';
import { navigationFrame } from './frame_navigation';
import { popoverFrame } from './frame_popover';
import { sidebarFrame } from './frame_sidebar';
import { statusFrame } from './frame_status';
import { tabsFrame } from './frame_tabs';
import { showMedia } from './media_shelf';
import { showToasts } from './toasts';
import type { Item, Props } from './document';
import type { WidgetManager, WidgetView } from './host';

export interface FrameContext {
  /** Tell the kernel what a person asked for. */
  act: (name: string, extra?: object) => void;
  /** Tell the kernel the value that a person gave the container itself: which tab, whether it is open. */
  change: (value: unknown) => void;
  manager: WidgetManager;
}

export interface Frame {
  /** Where the items go. */
  readonly body: HTMLElement;
  update: (props: Props) => void;
  /** The kernel said something that is no change of the document. */
  hear: (message: unknown) => void;
  /** The order in the page: that of the keyboard and of screen readers. */
  order: (items: Item[]) => Item[];
  /** The items are in place. */
  filled: (views: readonly WidgetView[], count: number) => void;
  dispose: () => void;
}

type FrameFactory = (el: HTMLElement, context: FrameContext) => Partial<Frame>;

const FACTORIES: Record<string, FrameFactory> = {
  app: appFrame,
  cell: cellFrame,
  chat_message: chatMessageFrame,
  column: columnFrame,
  columns: columnsFrame,
  container: containerFrame,
  dialog: dialogFrame,
  expander: expanderFrame,
  form: formFrame,
  grid: gridFrame,
  navigation: navigationFrame,
  popover: popoverFrame,
  sidebar: sidebarFrame,
  status: statusFrame,
  tabs: tabsFrame
};

/** Blocks take all the width there is, unless their author said how much, or that of what is in them. */
function setGivenWidth(el: HTMLElement, width: unknown): void {
  el.classList.toggle('jss-given', typeof width === 'number');
  el.classList.toggle('jss-narrow', width === 'content' && !el.classList.contains('jss-app'));
  el.style.setProperty('--jss-box-width', typeof width === 'number' ? `${width}px` : '');
}

/** Build the frame of a kind in `el`; a kind that is not known has no frame, only items. */
export function createFrame(el: HTMLElement, kind: string, context: FrameContext): Frame {
  el.classList.add('jss-block', `jss-${kind}`);
  const frame = FACTORIES[kind]?.(el, context) ?? {};
  const body = frame.body ?? el;
  body.classList.add('jss-body');
  const actions = actOnClick(el, context);
  return {
    body,
    update: props => {
      setGivenWidth(el, props['width']);
      frame.update?.(props);
    },
    hear: message => {
      frame.hear?.(message);
    },
    order: items => frame.order?.(items) ?? items,
    filled: (views, count) => {
      el.classList.toggle('jss-is-empty', count === 0);
      frame.filled?.(views, count);
      showToasts(body);
      showEffects(body);
      showMedia(el, ids => {
        context.act('media', { ids });
      });
      showDiagrams(el, context.manager);
    },
    dispose: () => {
      actions.abort();
      frame.dispose?.();
    }
  };
}

/** A `<button data-jss-action="reset" data-jss-key="rows">` in a text of ours acts like the toolbar. */
function actOnClick(el: HTMLElement, { act }: FrameContext): AbortController {
  const listeners = new AbortController();
  const onClick = (event: MouseEvent) => {
    const button = event.target instanceof Element ? event.target.closest('button[data-jss-action]') : null;
    if (button instanceof HTMLElement && button.closest('.jss-block') === el) {
      const { jssAction = '', jssKey: key, jssQuery: query } = button.dataset;
      if (jssAction === 'copy') {
        void copyCode(button as HTMLButtonElement);
        return;
      }
      act(jssAction, { ...(key !== undefined && { key }), ...(query !== undefined && { query }) });
    }
  };
  el.addEventListener('click', onClick, { signal: listeners.signal });
  return listeners;
}

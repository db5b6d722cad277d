// The bundle of all views. Its model is loaded once per kernel and never shown; the stubs of the other models wait
// for what it leaves under its token (see bundle.py, which writes them).
import { block } from './block';
import { download, link } from './button';
import { buttonGroup } from './button_group';
import { chatInput } from './chat';
import { chart } from './chart';
import { colorPicker } from './color';
import { component } from './component';
import { deliver, isDelivery } from './delivery';
import { asString } from './dom';
import { drawViewsOf } from './drawing';
import { grid } from './grid';
import { keepHearing } from './hearing';
import type { InitializeContext, View } from './host';
import { addKinds } from './kinds';
import { isMedia, listenForHeights, takeMedia } from './media_shelf';
import { menu } from './menu';
import { modules } from './modules';
import { momentInput } from './moment';
import { multiSelect } from './multi_select';
import { numberInput } from './number';
import { pagination } from './pagination';
import { selectSlider, slider } from './slider';
import { symbols } from './symbols';
import { upload } from './upload';

const views = {
  Block: block,
  ButtonGroup: buttonGroup,
  Chart: chart,
  ChatInput: chatInput,
  ColorPicker: colorPicker,
  Component: component,
  Download: download,
  Grid: grid,
  Link: link,
  Menu: menu,
  MomentInput: momentInput,
  MultiSelect: multiSelect,
  NumberInput: numberInput,
  Pagination: pagination,
  SelectSlider: selectSlider,
  Slider: slider,
  Upload: upload
} satisfies Record<string, View>;

const library = { ...views, modules, symbols };

/** What views find under the token: that of the first kernel on the page serves all that are of the same version. */
export type Library = typeof library;

addKinds(views);

interface Waiting {
  promise: Promise<Library>;
  resolve(library: Library): void;
}

function provide(token: string): Promise<Library> {
  const shelf = globalThis as unknown as Record<string, Waiting | undefined>;
  const waiting = (shelf[token] ??= { promise: Promise.resolve(library), resolve: () => undefined });
  waiting.resolve(library);
  return waiting.promise;
}

export default {
  initialize({ model }: InitializeContext): void {
    void provide(asString(model.get('token'))).then(page => {
      page.modules.introduce(model);
      page.symbols.introduce(model.widget_manager);
    });
    drawViewsOf(model.widget_manager);
    listenForHeights(window);
    model.on('msg:custom', (message, buffers) => {
      if (isMedia(message)) {
        takeMedia(message, buffers ?? []);
      } else if (isDelivery(message)) {
        void deliver(model.widget_manager, message);
      }
    });
    // What came while this code was loading was missed; from here on everything is heard.
    const { number = 0 } = (model.get('delivered') ?? {}) as { number?: number };
    const ready = () => {
      model.send({ op: 'ready', seen: number });
    };
    ready();
    void keepHearing(model, ready);
  },
  render(): void {}
};

// The bundle of all views. Its model is loaded once per kernel and never shown; the stubs of the other models wait
// for what it leaves under its token (see bundle.py, which writes them).
import { block } from './block';
import { download, link } from './button';
import { buttonGroup } from './button_group';
import { chatInput } from './chat';
import { colorPicker } from './color';
import { dataEditor } from './data_editor';
import { deliver, isDelivery } from './delivery';
import { asString } from './dom';
import type { InitializeContext, View } from './host';
import { menu } from './menu';
import { momentInput } from './moment';
import { multiSelect } from './multi_select';
import { numberInput } from './number';
import { selectSlider, slider } from './slider';
import { upload } from './upload';

const library = {
  Block: block,
  ButtonGroup: buttonGroup,
  ChatInput: chatInput,
  ColorPicker: colorPicker,
  DataEditor: dataEditor,
  Download: download,
  Link: link,
  Menu: menu,
  MomentInput: momentInput,
  MultiSelect: multiSelect,
  NumberInput: numberInput,
  SelectSlider: selectSlider,
  Slider: slider,
  Upload: upload
} satisfies Record<string, View>;

export type Library = typeof library;

interface Waiting {
  promise: Promise<Library>;
  resolve(library: Library): void;
}

function provide(token: string): void {
  const shelf = globalThis as unknown as Record<string, Waiting | undefined>;
  const waiting = shelf[token];
  if (waiting) {
    waiting.resolve(library);
  } else {
    shelf[token] = { promise: Promise.resolve(library), resolve: () => undefined };
  }
}

export default {
  initialize({ model }: InitializeContext): void {
    provide(asString(model.get('token')));
    model.on('msg:custom', message => {
      if (isDelivery(message)) {
        void deliver(model.widget_manager, message);
      }
    });
  },
  render(): void {}
};

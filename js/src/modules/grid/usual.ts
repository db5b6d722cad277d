// What the library is told of every table.
import type { DataEditorProps } from '@glideapps/glide-data-grid';
import { NAMELESS, ROW } from './layout';

export const USUAL: Partial<DataEditorProps> = {
  getCellsForSelection: true,
  width: '100%',
  headerHeight: ROW,
  smoothScrollX: true,
  smoothScrollY: true,
  keybindings: { goRightCell: 'ArrowRight', goLeftCell: 'ArrowLeft', search: false },
  drawHeader: ({ column }, draw) => {
    if (column.title !== NAMELESS) {
      draw();
    }
  }
};

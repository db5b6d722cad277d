// What is selected in a chart of ECharts: as ECharts tells it, and as scripts know it.
import type { Selection } from '../../views/chart';
import { isOption, parts, variants } from './option';
import type { Option } from './option';

export interface Group {
  series_index: number;
  series_id: string | null;
  series_name: string | null;
  data_type: string;
  data_indices: number[];
}

/** Data of one series, in the words of ECharts. */
export interface Picked {
  seriesIndex: number;
  dataIndex: number[];
  dataType?: string;
}

/** An area that was drawn, in the words of ECharts. */
export interface Area extends Option {
  brushIndex: number;
  brushType: string;
  coordRange?: unknown;
}

/** What is selected, one and the other put together. */
export function selectionOf(picked: Picked[], areas: Area[], option: Option): Selection {
  const told = areas.filter(area => area.coordRange !== undefined).map(areaOf);
  const groups = grouped(picked, option);
  return { ...(groups.length > 0 ? { selected: groups } : {}), ...(told.length > 0 ? { areas: told } : {}) };
}

function grouped(picked: Picked[], option: Option): Group[] {
  const found = new Map<string, Group>();
  for (const { seriesIndex, dataIndex, dataType = 'main' } of picked) {
    const name = `${String(seriesIndex)} ${dataType}`;
    const before = found.get(name)?.data_indices ?? [];
    const indices = [...new Set([...before, ...dataIndex])].sort((a, b) => a - b);
    if (indices.length > 0) {
      const series = seriesOf(option)[seriesIndex];
      found.set(name, {
        series_index: seriesIndex,
        series_id: textOf(series?.['id']),
        series_name: textOf(series?.['name']),
        data_type: dataType,
        data_indices: indices
      });
    }
  }
  const order = (a: Group, b: Group) =>
    a.series_index - b.series_index || a.data_type.localeCompare(b.data_type);
  return [...found.values()].sort(order);
}

/** The series of a description, at the beginning. */
export function seriesOf(option: Option): Option[] {
  const [first] = variants(option).filter(variant => 'series' in variant);
  return parts(first?.['series']);
}

function textOf(value: unknown): string | null {
  return typeof value === 'string' || typeof value === 'number' ? String(value) : null;
}

function areaOf({ brushIndex, brushType, coordRange }: Area): Option {
  return { brush_index: brushIndex, brush_type: brushType, coord_range: coordRange };
}

/** What is natively selected of a selection that came from elsewhere: where a click can select. */
export function pickedOf({ selected }: Selection, option: Option): Picked[] {
  const series = seriesOf(option);
  return (Array.isArray(selected) ? (selected as Group[]) : [])
    .filter(group => series[group.series_index]?.['selectedMode'])
    .map(group => ({
      seriesIndex: group.series_index,
      dataIndex: group.data_indices,
      ...(group.data_type === 'main' ? {} : { dataType: group.data_type })
    }));
}

/** The areas of a selection that came from elsewhere: on the axes that the description brushes. */
export function areasOf({ areas }: Selection, option: Option): Area[] {
  const [brush] = variants(option).flatMap(variant => parts(variant['brush']));
  return (Array.isArray(areas) ? areas : []).filter(isOption).map(area => ({
    brushIndex: Number(area['brush_index']),
    brushType: String(area['brush_type']),
    coordRange: area['coord_range'],
    ...onAxes(brush, String(area['brush_type']))
  }));
}

/** Whether areas can be drawn in a chart. */
export function isBrushed(option: Option): boolean {
  return variants(option).some(
    variant =>
      'brush' in variant ||
      parts(variant['toolbox']).some(({ feature }) => isOption(feature) && 'brush' in feature)
  );
}

function onAxes(brush: Option | undefined, type: string): Option {
  const first = (name: string) => {
    const given = brush?.[name];
    const found: unknown = Array.isArray(given) ? given[0] : given;
    return typeof found === 'number' ? found : 0;
  };
  const x = { xAxisIndex: first('xAxisIndex') };
  const y = { yAxisIndex: first('yAxisIndex') };
  return type === 'lineX' ? x : type === 'lineY' ? y : { ...x, ...y };
}

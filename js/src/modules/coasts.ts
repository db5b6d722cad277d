// The coasts of the world, for maps that lie over them.
import { feature } from 'topojson-client';
import land from 'world-atlas/land-110m.json';

type Point = [number, number];

/** How far to the south such maps go, in degrees. */
const SOUTH = -89;

/** Land as GeoJSON for a flat map: what goes over the line of dates stands at both of its sides. */
export function coasts(): unknown {
  const { features } = feature(land, 'land');
  const polygons = features.flatMap(({ geometry: { type, coordinates } }) =>
    type === 'MultiPolygon' ? (coordinates as Point[][][]) : [coordinates as Point[][]]
  );
  return { type: 'MultiPolygon', coordinates: polygons.flatMap(polygon => onBothSides(polygon.map(flat))) };
}

/**
 * A ring without leaps from one edge of the map to the other, its middle on the map: so a lake is in its land.
 * Around the pole it goes along the lower edge.
 */
export function flat(ring: Point[]): Point[] {
  let turns = 0;
  const made = ring.map(([x, y], number): Point => {
    const leap = x - (ring[number - 1]?.[0] ?? x);
    turns += leap > 180 ? -360 : leap < -180 ? 360 : 0;
    return [x + turns, Math.max(y, SOUTH)];
  });
  const [first, last] = [made[0], made.at(-1)];
  if (first && last && Math.abs(first[0] - last[0]) > 180) {
    made.push([last[0], SOUTH], [first[0], SOUTH], first);
  }
  const [west, east] = edges(made);
  return moved(made, -360 * Math.round((west + east) / 720));
}

function edges(ring: Point[]): [west: number, east: number] {
  const places = ring.map(([x]) => x);
  return [Math.min(...places), Math.max(...places)];
}

function moved(ring: Point[], degrees: number): Point[] {
  return ring.map(([x, y]) => [x + degrees, y]);
}

function onBothSides(polygon: Point[][]): Point[][][] {
  const [west, east] = edges(polygon[0] ?? []);
  const sides = [0, ...(east > 180 ? [-360] : []), ...(west < -180 ? [360] : [])];
  return sides.map(side => polygon.map(ring => moved(ring, side)));
}

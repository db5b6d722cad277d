declare module 'topojson-client' {
  interface Shapes {
    features: { geometry: { type: string; coordinates: unknown } }[];
  }

  /** A part of a topology as GeoJSON. */
  export function feature(topology: unknown, name: string): Shapes;
}

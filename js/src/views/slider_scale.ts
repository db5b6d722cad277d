// What a slider slides over: numbers of a scale, or the places of options. Everything here is without a page.
import { asString } from './dom';
import { formatValue } from './format';
import type { Model } from './host';

export interface Scale {
  min: number;
  max: number;
  step: number;
}

/** Where a value lies on the track, from 0 to 1. */
export function fraction(value: number, { min, max }: Scale): number {
  return max > min ? Math.min(1, Math.max(0, (value - min) / (max - min))) : 0;
}

/** The nearest value of the scale at a place on the track; the ends can always be reached. */
export function valueAt(place: number, { min, max, step }: Scale): number {
  const raw = min + Math.min(1, Math.max(0, place)) * (max - min);
  if (step <= 0 || place >= 1) {
    return place >= 1 ? max : raw;
  }
  const steps = Math.round((raw - min) / step);
  return Math.min(max, Number((min + steps * step).toPrecision(15)));
}

/** Which thumb a press at `value` moves: the nearer one; where both lie together, the one that can move there. */
export function nearest(values: readonly number[], value: number): number {
  const [low = 0, high = low] = values;
  if (values.length < 2 || Math.abs(value - low) < Math.abs(value - high)) {
    return 0;
  }
  return Math.abs(value - low) > Math.abs(value - high) || value > low ? 1 : 0;
}

/** How a slider reads its model: whatever travels becomes numbers on a scale, and goes back. */
export interface Reading {
  /** The traits to follow. */
  readonly traits: readonly string[];
  scale(): Scale;
  values(): number[];
  text(value: number): string;
  toTrait(values: readonly number[]): unknown;
}

const COMMON = ['value', 'description', 'disabled'];

export function numeric(model: Model): Reading {
  const number = (name: string) => Number(model.get(name));
  return {
    traits: [...COMMON, 'min', 'max', 'step', 'format', 'data_type'],
    scale: () => ({ min: number('min'), max: number('max'), step: number('step') }),
    values: () => [...(model.get('value') as number[])],
    text: value => formatValue(value, asString(model.get('format')), asString(model.get('data_type'))),
    toTrait: values => [...values]
  };
}

/** Options: labels travel, places are shown. Of two options with one label the last one counts. */
export function labelled(model: Model): Reading {
  const options = () => model.get('options') as string[];
  return {
    traits: [...COMMON, 'options'],
    scale: () => ({ min: 0, max: Math.max(0, options().length - 1), step: 1 }),
    values: () => {
      const places = (model.get('value') as string[]).map(label => options().lastIndexOf(label));
      return places.length > 0 ? places.map(place => Math.max(0, place)) : [0];
    },
    text: value => options()[value] ?? '',
    toTrait: values => values.map(value => options()[value] ?? '')
  };
}

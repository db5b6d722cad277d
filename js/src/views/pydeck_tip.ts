// What is said of the object under the pointer. Values are texts in the page, whatever they hold.
import { fragmentOf } from './dom';
import { dict } from './pydeck_layers';
import { fieldsTable, text } from './tip';

/** Parts of an object that say where it is drawn, not what it is. */
const APART = new Set(['position', 'index', 'points']);
const LONGEST = 50;

/** A template, of HTML that the kernel made safe, with the values of an object in its texts. */
export function filled(template: string, object: unknown): Node {
  const made = fragmentOf(template);
  const walker = document.createTreeWalker(made, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    node.textContent = (node.textContent ?? '').replace(/\{([^{}]*)\}/g, (_, name: string) =>
      text(valueOf(object, name))
    );
  }
  return made;
}

/** All fields of an object. */
export function fields(object: unknown): Node {
  const known = dict(object);
  const own = known['type'] === 'Feature' ? dict(known['properties']) : known;
  return fieldsTable(
    Object.entries(own)
      .filter(([name]) => !APART.has(name))
      .map(([name, value]) => [name, text(value).slice(0, LONGEST)])
  );
}

function valueOf(object: unknown, name: string): unknown {
  const whole = dict(object);
  if (Object.hasOwn(whole, name)) {
    return whole[name];
  }
  const properties = dict(whole['properties']);
  if (Object.hasOwn(properties, name)) {
    return properties[name];
  }
  return name.includes('.')
    ? name
        .split('.')
        .reduce<unknown>(
          (value, part) => (Object.hasOwn(dict(value), part) ? dict(value)[part] : undefined),
          object
        )
    : undefined;
}

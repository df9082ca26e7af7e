/** Finds where a value of a YAML document stands in its source. */
import { EVENT_ID, getScalarValue, parseEvents, type Event } from 'js-yaml';

/**
 * The offset of the value at a path of keys and indices, or of the nearest value around it that is there.
 *
 * @throws {YAMLException} when the source is no YAML.
 */
export function yamlPathToOffset(source: string, path: readonly (string | number)[]): number {
  const events = parseEvents(source, {});
  let at = events.findIndex(({ type }) => type !== EVENT_ID.DOCUMENT);
  for (const key of path) {
    const inside = valueAt(key, at, { events, source });
    if (inside === undefined) break;
    at = inside;
  }
  return startOf(events[at]);
}

interface ParsedYaml {
  readonly events: readonly Event[];
  readonly source: string;
}

/** The value of a key of the mapping, or the item of the sequence, that begins at an event. */
function valueAt(key: string | number, at: number, { events, source }: ParsedYaml): number | undefined {
  const type = events[at]?.type;
  if (type !== EVENT_ID.MAPPING && type !== EVENT_ID.SEQUENCE) return undefined;
  for (let child = at + 1, k = 0; child < events.length && events[child]?.type !== EVENT_ID.POP; k++) {
    const event = events[child];
    const value = type === EVENT_ID.SEQUENCE ? child : nodeEnd(events, child);
    const isWanted =
      type === EVENT_ID.SEQUENCE
        ? k === key
        : event?.type === EVENT_ID.SCALAR && getScalarValue(source, event) === String(key);
    if (isWanted) return value;
    child = nodeEnd(events, value);
  }
  return undefined;
}

/** The event behind a node. */
function nodeEnd(events: readonly Event[], at: number): number {
  let depth = 0;
  for (let k = at; k < events.length; k++) {
    const type = events[k]?.type;
    if (type === EVENT_ID.MAPPING || type === EVENT_ID.SEQUENCE) depth++;
    else if (type === EVENT_ID.POP) depth--;
    if (depth === 0) return k + 1;
  }
  return events.length;
}

function startOf(event: Event | undefined): number {
  if (event?.type === EVENT_ID.SCALAR) return event.valueStart;
  return event?.type === EVENT_ID.MAPPING || event?.type === EVENT_ID.SEQUENCE ? event.start : 0;
}

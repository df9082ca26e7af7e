/** Finds how a body is reached. People are behind these numbers: they are found so that they can be kept out. */
import type { Contact, ContactRule } from '../model/index.js';
import { matchFirst, type PlainLine } from './subject-text.js';

/** The first contact of each kind in the given lines, however they break. */
export function findContacts(head: readonly PlainLine[], rules: readonly ContactRule[]): readonly Contact[] {
  const text = head.map((plain) => plain.text).join('');
  return rules.flatMap(({ kind, patterns }) => {
    const value = matchFirst(patterns, text)?.['value'];
    return value === undefined ? [] : [{ kind, text: value }];
  });
}

/** All commands of the command line. A new one is an entry here and a case in index.ts. */
import type { BilingualText } from '../model/index.js';
import { COMPARE } from './compare-definition.js';
import { DIFF } from './diff-definition.js';
import { QUERY } from './query-definition.js';
import { RUN } from './run-definition.js';
import { VERIFY } from './verify-definition.js';

/** The commands, in the order of the help. */
export const COMMANDS = [RUN, QUERY, COMPARE, DIFF, VERIFY] as const;

/** What the command line asks for. */
export type Command =
  | { readonly type: 'version' }
  /** Of one command, or of all where none is named. */
  | { readonly type: 'help'; readonly of?: (typeof COMMANDS)[number] }
  | { readonly type: 'wrong-usage'; readonly text: BilingualText }
  | ReturnType<(typeof COMMANDS)[number]['parse']>;

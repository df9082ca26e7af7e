/**
 * The shape of a family's YAML, as its author writes it. What the engine works on (`Family`) is built from it by
 * `edition.ts` and `title-rules.ts`. Unknown keys are refused: a misspelt key must not be read as an absent one.
 */
import { z } from 'zod';
import type { BilingualText } from '../model/index.js';
import { bodiesSchema, completenessSchema, contactsSchema, sectionsSchema } from './report-rules-schema.js';

const text = z.string().min(1);
const id = z.string().regex(/^[a-z][a-z0-9_]*$/, 'an id is made of small letters, digits and _, a letter first');
const bilingual = z.strictObject({ zh: text, en: text });
const wordings = { variants: z.array(text).optional(), keys: z.array(text).optional() };
const label = z.strictObject({ label: text, ...wordings });
const severity = z.enum(['error', 'warning', 'info']);
const valueType = z.enum(['count', 'signed-count', 'amount']);
// `zh` and `en` are the field's name in messages; the Chinese one is its label unless another is given.
const leaf = { id, label: text, zh: text.optional(), en: text, ...wordings };

// A row's own unit and type go before those of its column.
const measure = { unit: z.string().optional(), type: valueType.optional() };

const columnLeaf = z.strictObject({ ...leaf, ...measure, optional: z.literal(true).optional() });
const columnNode: z.ZodType<ColumnNode> = z.union([
  columnLeaf,
  z.strictObject({
    group: text,
    ...wordings,
    factRow: z.strictObject({ id, name: bilingual }).optional(),
    children: z.array(z.lazy(() => columnNode)).min(1),
  }),
]);

const rowLeaf = z.strictObject({ ...leaf, ...measure });
const rowNode: z.ZodType<RowNode> = z.union([
  rowLeaf,
  z.strictObject({ group: text, ...wordings, children: z.array(z.lazy(() => rowNode)).min(1) }),
]);

const side = z.strictObject({ rows: z.array(id).min(1).optional(), columns: z.array(id).min(1).optional() });
const identity = z.strictObject({
  rule: z.string().regex(/^[A-Z0-9]+\.[a-z0-9_]+$/, 'a rule is written like T3.rowsum'),
  severity,
  statement: bilingual,
  each: z.enum(['row', 'column']),
  only: z.array(id).min(1).optional(),
  total: z.strictObject({ row: id.optional(), column: id.optional() }),
  plus: side,
  minus: side.optional(),
});

const block = z.strictObject({
  slot: id,
  table: id,
  // Tells the forms of one place from each other where an edition has several.
  form: id.optional(),
  title: label.optional(),
  corner: text.optional(),
  unitColumn: label.optional(),
  unit: z.string(),
  // How much it matters that a report does not have the block.
  absence: severity.optional(),
  columns: z.array(columnNode).min(1),
  rows: z.union([z.literal('unlabelled'), z.array(rowNode).min(1)]),
  identities: z.array(identity).optional(),
});

/** The shape of an edition's file. */
export const editionSchema = z.strictObject({
  id: text,
  years: z.strictObject({ from: z.int().optional(), to: z.int().optional() }),
  tables: z.record(id, bilingual),
  // An edition without a block is free prose.
  blocks: z.array(block),
});

/** The shape of `family.yaml`. */
export const familySchema = z.strictObject({
  id: z.string().regex(/^[a-z][a-z0-9-]*$/, 'an id is made of small letters, digits and -, a letter first'),
  name: bilingual,
  title: z.strictObject({
    fragments: z.record(id, text),
    patterns: z.array(text).min(1),
    periodPatterns: z.array(text).min(1),
    // A pattern alone is one for dates behind a label.
    publicationPatterns: z
      .array(z.union([text, z.strictObject({ source: z.enum(['label', 'signature']), pattern: text })]))
      .min(1),
  }),
  sections: sectionsSchema,
  bodies: bodiesSchema.optional(),
  contacts: contactsSchema.optional(),
  completeness: completenessSchema.optional(),
  notApplicableMarks: z.array(text),
});

/** One leaf of a tree of columns. */
export type ColumnLeaf = z.infer<typeof columnLeaf>;
/** One leaf of a tree of rows. */
export type RowLeaf = z.infer<typeof rowLeaf>;
/** A label that stands over, or beside, several others. */
interface Group<Node> {
  readonly group: string;
  readonly variants?: readonly string[] | undefined;
  readonly keys?: readonly string[] | undefined;
  readonly children: readonly Node[];
}
/** A leaf or a group of a tree of rows. */
export type RowNode = RowLeaf | Group<RowNode>;
/** A leaf or a group of a tree of columns; a group may say which row the figures under it belong to. */
export type ColumnNode =
  | ColumnLeaf
  | (Group<ColumnNode> & { readonly factRow?: { readonly id: string; readonly name: BilingualText } | undefined });
/** A block as its author writes it. */
export type BlockDefinition = z.infer<typeof block>;
/** An identity as its author writes it: one law for each row or each column. */
export type IdentityDefinition = z.infer<typeof identity>;
/** An edition as its author writes it. */
export type EditionDefinition = z.infer<typeof editionSchema>;
/** A family as its author writes it. */
export type FamilyDefinition = z.infer<typeof familySchema>;

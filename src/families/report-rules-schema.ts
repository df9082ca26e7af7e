/** The shape of what a family's YAML says of bodies, of how they are reached, and of what a report must hold. */
import { z } from 'zod';

const text = z.string().min(1);
const id = z.string().regex(/^[a-z][a-z0-9_]*$/, 'an id is made of small letters, digits and _, a letter first');
const rule = z.string().regex(/^[A-Za-z0-9]+\.[a-z0-9_]+$/, 'a rule is written like T2.auth');
const bilingual = z.strictObject({ zh: text, en: text });
const severity = z.enum(['error', 'warning', 'info']);
const level = z.enum(['central', 'province', 'prefecture', 'county', 'township']);

/** How bodies are told by name. */
export const bodiesSchema = z.strictObject({
  unitTypes: z.array(
    z.strictObject({
      type: id,
      pattern: text,
      byLevel: z.partialRecord(level, id).optional(),
      isNoDivision: z.boolean().optional(),
    }),
  ),
  levels: z.array(z.strictObject({ level, pattern: text })),
  scopes: z.array(z.strictObject({ scope: id, unitTypes: z.array(id).min(1), pattern: text })),
});

/** How contacts are found and blotted out. */
export const contactsSchema = z.array(
  z.strictObject({
    kind: z.enum(['phone', 'address', 'email', 'postcode']),
    patterns: z.array(text).min(1),
    mask: text.optional(),
  }),
);

/** The official sections. */
export const sectionsSchema = z
  .array(
    z.strictObject({
      id,
      headings: z.array(text).min(1),
      key: text.optional(),
      severity: severity.optional(),
      table: id.optional(),
      shortest: z.int().positive().optional(),
    }),
  )
  .min(1);

/** What a report must hold. */
export const completenessSchema = z.strictObject({
  editions: z.array(text).min(1),
  editionsFrom: z.int(),
  residue: z.array(z.strictObject({ pattern: text, severity })),
  mentions: z.array(
    z.strictObject({
      rule,
      severity,
      name: bilingual,
      pattern: text,
      unitTypes: z.array(id).min(1).optional(),
      where: z.strictObject({ table: id, row: id, column: id }).optional(),
      fromYear: z.int(),
    }),
  ),
  deadlines: z.array(
    z.strictObject({
      unitTypes: z.array(id).min(1),
      fromYear: z.int(),
      month: z.int().min(1).max(12),
      day: z.int().min(1).max(31),
    }),
  ),
  figures: z.array(
    z.strictObject({
      rule,
      severity,
      statement: bilingual,
      table: id,
      rows: z.array(id).min(1),
      zeroFor: z
        .array(z.strictObject({ levels: z.array(level).min(1), unitTypes: z.array(id).min(1).optional() }))
        .optional(),
      columns: z.array(id).min(1).optional(),
      notLess: z.tuple([id, id]).optional(),
      notSum: z.strictObject({ total: id, parts: z.array(id).min(1), least: z.int() }).optional(),
    }),
  ),
  datedTitles: z.array(text),
});

/** The shape of `prose.yaml`, as its author writes it. Unknown keys are refused, as in the other files. */
import { z } from 'zod';

const text = z.string().min(1);
const texts = z.array(text);
const id = z.string().regex(/^[a-z][a-z0-9_]*$/, 'an id is made of small letters, digits and _, a letter first');
const bilingual = z.strictObject({ zh: text, en: text });

const field = z.strictObject({
  id,
  zh: text,
  en: text,
  units: texts.min(1),
  patterns: texts.min(1),
  negatives: texts.optional(),
  excludeClause: texts.optional(),
  excludeSentence: texts.optional(),
  excludeBehind: texts.optional(),
  requires: texts.optional(),
  mayNameOtherYear: z.boolean().optional(),
  candidates: texts.optional(),
});

const scope = z.strictObject({
  id,
  zh: text,
  en: text,
  words: texts.optional(),
  isSubset: z.boolean().optional(),
  sameForAgencies: texts.optional(),
  onlyFor: texts.optional(),
});

const sum = z.strictObject({
  rule: z.string().regex(/^prose\.[a-z0-9_]+$/, 'a rule is written like prose.results'),
  statement: bilingual,
  total: z.array(id).min(1),
  parts: z.array(id).min(2),
});

/** The shape of `prose.yaml`. */
export const proseSchema = z.strictObject({
  table: id,
  tableName: bilingual,
  proseOnly: z.strictObject({ edition: text, toYear: z.int(), refuse: texts }),
  fragments: z.record(id, text),
  context: z.strictObject({
    masks: texts,
    paragraphStarts: texts,
    notBefore: texts,
    notBehind: texts,
    yearAnchors: texts.min(1),
    otherPeriods: texts,
    leadingPeriods: texts,
    bodies: texts,
  }),
  scopes: z.array(scope).min(1),
  fields: z.array(field).min(1),
  sums: z.array(sum),
});

/** `prose.yaml` as its author writes it. */
export type ProseDefinition = z.infer<typeof proseSchema>;
/** A field of `prose.yaml` as its author writes it. */
export type ProseFieldDefinition = z.infer<typeof field>;

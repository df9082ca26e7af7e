/** What people call the figures of a family, for messages. */
import type { BilingualText, Family } from '../../model/index.js';
import { lawsOfBlock, type FieldName } from '../block-identities.js';

/** Names figures by key; the key itself where the family does not know it. */
export type FieldNamer = (key: string) => BilingualText;

/** Makes the function that names the figures of a family, after the newest edition that has them. */
export function nameFields(family: Family): FieldNamer {
  const names = new Map<string, FieldName>(
    family.editions.flatMap(({ blocks }) => blocks).flatMap((block) => [...lawsOfBlock(block).names]),
  );
  return (key) => {
    const name = names.get(key);
    if (name === undefined) return { zh: key, en: key };
    return {
      zh: `${name.table.zh}「${name.row.zh} · ${name.column.zh}」`,
      en: `${name.table.en}, ${name.row.en} × ${name.column.en}`,
    };
  };
}

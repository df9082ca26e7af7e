/** Which reports of outputs are of one body: for `compare` and `diff`, as the run takes them for one. */
// Not by the index of the stage: all of it would have to be loaded, and `compare` answers at once.
import { nameBureau } from '../check/across/name-bureau.js';
import type { ReportOwner } from '../compare/index.js';
import type { Family, Level, Regions } from '../model/index.js';

/** Bodies are one by division, level and name; a name that tells nothing is no other's. */
export function bureauKeys(
  { across }: Pick<Family, 'across'>,
  regions: Regions,
  joinsNames: boolean,
): (owner: ReportOwner) => string {
  return ({ report_id, agency, region_code: regionCode, level }) => {
    const nameInDivision = regions.nameInDivision(agency);
    const evidence = {
      isAmbiguous: regions.isAmbiguous(agency),
      ...(nameInDivision === undefined ? {} : { nameInDivision }),
    };
    // The column of our own table holds no other words.
    const subject = { agency, regionCode, level: level as Level };
    const name = across === undefined ? agency : nameBureau(subject, evidence, across.bureau);
    return name === '' ? `report ${report_id}` : [regionCode, level, joinsNames ? name : agency].join('\n');
  };
}

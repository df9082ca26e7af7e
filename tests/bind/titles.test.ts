import { areaList } from '@vant/area-data';
import { describe, expect, it } from 'vitest';
import { layoutToSubject } from '../../src/bind/subject.js';
import { loadFamilies, loadRegions, PIPELINES_DIRECTORY } from '../../src/families/index.js';
import { KNOWN_TITLES } from './titles.js';

const [family] = await loadFamilies(PIPELINES_DIRECTORY);
if (family === undefined) throw new Error('no family');
const regions = await loadRegions();

/** The code of the division at the end of a path of names, looked up in the list by itself. */
function codeOf(path: string): string {
  const lists = [areaList.province_list, areaList.city_list, areaList.county_list];
  let codes: string[] = [''];
  const names = path.split(' ').filter((name) => name !== '');
  for (const name of names) {
    const prefixes = codes.map((code) => code.replace(/(?:00){1,2}$/, ''));
    codes = lists
      .flatMap((list) => Object.entries(list))
      .filter(([code, each]) => each === name && prefixes.some((prefix) => code.startsWith(prefix)))
      .map(([code]) => code);
    // Beijing is listed as a province and again as a prefecture.
    if (codes.length > 1) codes = codes.filter((code) => code.endsWith('0000'));
  }
  if (names.length > 0 && codes.length !== 1) throw new Error(`${path}: ${codes.join(' ')}`);
  return codes[0] ?? '';
}

describe('titles of all kinds of bodies', () => {
  it.each(KNOWN_TITLES)('$printed', ({ printed, agency, year, level, region, unitType }) => {
    const lines = printed.split('/').map((text) => ({ text, pageNumber: 1, tablesBefore: 0 }));
    const body = { text: '一、总体情况', pageNumber: 1, tablesBefore: 0 };
    const subject = layoutToSubject({ tables: [], lines: [...lines, body], hasText: true }, family, regions).value;
    expect({
      agency: subject.agency,
      year: subject.year,
      level: subject.level,
      region: subject.regionCode,
      unitType: subject.unitType,
    }).toEqual({ agency, year, level, region: codeOf(region), unitType });
  });
});

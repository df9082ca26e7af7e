/**
 * The administrative divisions of the country with their six-digit codes, from the npm package `@vant/area-data` 2.1.0
 * (published 3 October 2025, MIT; compiled by its authors from the lists of the Ministry of Civil Affairs and of the
 * National Bureau of Statistics). The only file that knows the package. Divisions abolished before that date are not in
 * it: a report that names one has no code.
 */
import type { Region, Regions } from '../model/index.js';
import { type Division, regionsFromDivisions } from './region-finder.js';

/** Where the codes come from, for people and for `datapackage.json`. */
export const REGION_SOURCE = { name: '@vant/area-data', version: '2.1.0', published: '2025-10-03' } as const;

let loading: Promise<Regions> | undefined;

/** The regions, loaded when first asked for and once. */
export function loadRegions(): Promise<Regions> {
  loading ??= import('@vant/area-data').then(({ areaList }) => {
    const { province_list: provinces, city_list: prefectures, county_list: counties } = areaList;
    return regionsFromDivisions([
      ...toDivisions(provinces, 'province'),
      ...toDivisions(prefectures, 'prefecture'),
      ...toDivisions(counties, 'county'),
    ]);
  });
  return loading;
}

// Taiwan, Hong Kong and Macau publish no such reports, and names of theirs (连江县) would make others ambiguous.
const WITHOUT_REPORTS = /^(?:71|81|82)/;
// Two last digits that the national standard does not give to counties: 71–79 are the statisticians' for development
// zones, those past 90 makeshift.
const NO_COUNTY_CODE = /(?:7\d|9\d)$/;
const PREFECTURE_NAME = /.(?:市|自治州|地区|盟)$/;
const COUNTY_NAME = /.(?:县|区|市|旗)$/;
// Listed like divisions, but no division: 省直辖县, 市辖区, and zones under whatever code.
const NO_DIVISION = /直辖|市辖区|开发区|工业园区|管理区|^江北新区$/;

function toDivisions(list: Readonly<Record<string, string>>, level: Region['level']): Division[] {
  return Object.entries(list)
    .filter(([code, name]) => isDivision(code, name, level))
    .map(([code, name]) => ({ code, name, level }));
}

function isDivision(code: string, name: string, level: Region['level']): boolean {
  if (WITHOUT_REPORTS.test(code) || NO_DIVISION.test(name)) return false;
  if (level === 'province') return true;
  if (level === 'prefecture') return PREFECTURE_NAME.test(name) && !isMunicipality(code);
  return COUNTY_NAME.test(name) && !NO_COUNTY_CODE.test(code);
}

/** Beijing, Tianjin, Shanghai and Chongqing are provinces; the list has each a second time among the prefectures. */
function isMunicipality(code: string): boolean {
  return /^(?:11|12|31|50)/.test(code);
}

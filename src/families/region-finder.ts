/**
 * Finds the division that a body's name begins with. Names are chains such as 江苏省 + 淮安市 + 洪泽区 with any link left
 * out; the longest consistent chain wins, and whatever fits divisions of two levels, or goes on like a division that the list does
 * not have, gives nothing: a wrong code would be a silent error.
 */
import type { Region, Regions } from '../model/index.js';

/** A division of the list. */
export interface Division extends Region {
  /** Its full name: 淮安市. */
  readonly name: string;
}

/** Makes a list of divisions searchable by name. */
export function regionsFromDivisions(divisions: readonly Division[]): Regions {
  const index = indexByName(divisions);
  const withCounties = new Set(divisions.filter(({ level }) => level === 'county').map(({ code }) => code.slice(0, 4)));
  return {
    findRegion: (agency) => {
      const chain = longestChain(agency.replace(FOREIGN_PREFIX, ''), index);
      if (chain === undefined) return undefined;
      return regionOfBody(chain, withCounties);
    },
    isAmbiguous: (agency) =>
      Array.from({ length: MAX_NAME_LENGTH }, (_, at) => index.get(agency.slice(0, at + 1)) ?? []).some(
        (found) => found.length > 1,
      ) && (longestChain(agency, index)?.division.code ?? '') === '',
    nameInDivision: (agency) => {
      const chain = longestChain(agency.replace(FOREIGN_PREFIX, ''), index);
      return chain === undefined || regionOfBody(chain, withCounties) === undefined ? undefined : chain.rest;
    },
  };
}

// Vertical bodies and Party committees name themselves first and their place after.
const FOREIGN_PREFIX = /^(?:国家税务总局|中国共产党|中共)/;

/** Divisions by all the names they go by. */
type NameIndex = ReadonlyMap<string, readonly Division[]>;

// Longest names of the list (积石山保安族东乡族撒拉族自治县, 双江拉祜族佤族布朗族傣族自治县) with room to spare.
const MAX_NAME_LENGTH = 18;
const NATIONALITIES = '(?:朝鲜|土家|苗|藏|羌|彝|布依|侗|哈尼|壮|傣|白|景颇|傈僳|回|蒙古|哈萨克|柯尔克孜)族?';
const AUTONOMOUS_PREFECTURE = new RegExp(`^(.{2,}?)(?:${NATIONALITIES})+自治州$`);
const PROVINCE_ENDING = /(?:省|市|(?:壮族|回族|维吾尔)?自治区)$/;

function indexByName(divisions: readonly Division[]): NameIndex {
  const index = new Map<string, Division[]>();
  for (const division of divisions) {
    for (const name of namesOf(division)) index.set(name, [...(index.get(name) ?? []), division]);
  }
  return index;
}

/** The full name; 恩施州 for 恩施土家族苗族自治州; 江苏 for 江苏省. */
function namesOf({ name, level }: Division): string[] {
  if (level === 'province') return [name, name.replace(PROVINCE_ENDING, '')];
  const stem = AUTONOMOUS_PREFECTURE.exec(name)?.[1];
  return stem === undefined ? [name] : [name, `${stem}州`];
}

/** What a name begins with, and how it goes on. */
interface Chain {
  readonly division: Division;
  readonly rest: string;
}

// 东区, 矿区, 郊区: parts of any town, and a division only after the name of its city.
const COMMON_WORD = /^.区$/;

function longestChain(agency: string, index: NameIndex): Chain | undefined {
  const best = new Map<string, Division>();
  let length = 0;
  const visit = (start: number, above: Division | undefined, isFull: boolean): void => {
    // A province by its short name alone (吉林) may be a city's or anything.
    if (above !== undefined && isFull && start >= length) {
      if (start > length) best.clear();
      length = start;
      best.set(above.code, above);
    }
    for (let end = start + 2; end <= Math.min(agency.length, start + MAX_NAME_LENGTH); end++) {
      const name = agency.slice(start, end);
      for (const division of index.get(name) ?? []) {
        if (isBelow(division, above))
          visit(end, division, division.name.startsWith(name) ? division.name === name : true);
      }
    }
  };
  visit(0, undefined, false);
  const [division, ...others] = best.values();
  if (length === division?.name.length && COMMON_WORD.test(division.name)) return undefined;
  if (division === undefined || others.some(({ level }) => level !== division.level)) return undefined;
  const rest = agency.slice(length);
  // Which of several counties of one name it is, the name does not say; that it is a county, it does.
  return others.length > 0 ? { division: { ...division, code: '' }, rest } : { division, rest };
}

const RANK = { province: 0, prefecture: 1, county: 2, township: 3 } as const;

function isBelow(division: Division, above: Division | undefined): boolean {
  if (above === undefined) return true;
  if (RANK[division.level] <= RANK[above.level]) return false;
  return division.code.startsWith(above.level === 'province' ? above.code.slice(0, 2) : above.code.slice(0, 4));
}

// Zones with a committee of their own belong to no division of the list, whatever city's name stands before theirs.
const ZONE =
  /^[^局厅委院]{0,14}?(?:开发区|高新区|新区|示范区|园区|管理区|试验区|保税区|保税港区|度假区|合作区|风景区|名胜区|新城|工业园|产业园|管委会|(?<!监督|城市|城乡|公积金|交通|综合|资产|市容|行政)管理委员会)/;
const TOWNSHIP = /^[^局厅委]{1,8}?(?:(?:镇|乡|街道|苏木)(?:人民政府|政府|街道办事处|办事处|党工委|党委|$)|地区办事处$)/;
// 城乡, 城镇 and 乡镇 begin the names of bureaus.
const BELOW_TOWNSHIP = /^(?!城[乡镇]|乡[镇村])[^局厅委办]{1,8}?(?:街道|(?<!城)镇|(?<!城)乡(?!镇|村))/;
// A division that the list does not have: 杭州市 + 下城区. What begins like one but is a word (城市管理局) is let through.
const UNKNOWN_DIVISION =
  /^(?!城市|都市|社区|小区|景区|地区|库区|矿区|林区|牧区|山区|老区|片区|辖区|校区|灾区|军区|市区)[^局厅委办会院站所队处中]{1,9}?(?:自治县|自治旗|区|县|市|旗)(?!场|域|民|容|政|级)/;
const BRANCH = /局.+(?:分局|支局)$/;

/** The region of a body whose name goes on with `rest` after its division. */
function regionOfBody({ division, rest }: Chain, withCounties: ReadonlySet<string>): Region | undefined {
  const { code, level } = division;
  if (/^(?:人民)?政府/.test(rest) || rest === '') return { code, level };
  const holdsTownships = level === 'county' || (level === 'prefecture' && !withCounties.has(code.slice(0, 4)));
  if (TOWNSHIP.test(rest)) return holdsTownships ? { code, level: 'township' } : undefined;
  // 东区 + 街道: the name of a township, whose beginning is a division elsewhere.
  if (/^(?:街道|镇|乡(?!村))/.test(rest)) return undefined;
  if (ZONE.test(rest) || BELOW_TOWNSHIP.test(rest) || UNKNOWN_DIVISION.test(rest)) return undefined;
  if (BRANCH.test(rest) && level !== 'county') return undefined;
  return { code, level };
}

// Bodies that do not exist, of every level. The place names are invented; none is a division of the official code list
// (a test checks that), so no real body is ever said to have printed an error.
import type { Scale } from './figures.js';
import type { Random } from './random.js';

/** A fictional body. */
export interface Agency {
  /** As it calls itself in the title. */
  readonly name: string;
  /** The administrative place it belongs to. */
  readonly place: string;
  readonly scale: Scale;
  /** How it speaks of itself in prose. */
  readonly self: string;
}

/** Invented places by level. */
export const PLACES = {
  province: ['云汀省', '砚江省'],
  city: ['澜汀市', '梧岚市', '青砚市', '霁州市'],
  county: ['汀禾县', '霁川县', '苇泽县', '桐砚县'],
  district: ['砚桥区', '苇洲区', '岚溪区'],
  town: ['禾屿镇', '云砚镇', '望梧乡'],
  subdistrict: ['砚北街道', '苇塘街道'],
} as const;

const BUREAUS = [
  '教育局',
  '财政局',
  '水务局',
  '统计局',
  '农业农村局',
  '文化和旅游局',
  '卫生健康局',
  '市场监督管理局',
  '自然资源和规划局',
  '住房和城乡建设局',
  '退役军人事务局',
  '发展和改革局',
] as const;

/** Draws a body whose level fits the scale of the figures. */
export function drawAgency(random: Random, scale: Scale): Agency {
  const province = random.pick(PLACES.province);
  const city = random.pick(PLACES.city);
  const county = random.pick([...PLACES.county, ...PLACES.district]);
  switch (scale) {
    case 'province':
      return { name: `${province}人民政府`, place: province, scale, self: '全省' };
    case 'city':
      return { name: `${city}人民政府`, place: city, scale, self: '全市' };
    case 'county': {
      const name = `${random.chance(0.5) ? city : ''}${county}人民政府`;
      return { name, place: county, scale, self: county.endsWith('区') ? '全区' : '全县' };
    }
    case 'bureau': {
      const place = random.chance(0.5) ? city : county;
      return { name: place + random.pick(BUREAUS), place, scale, self: '我局' };
    }
    case 'idle': {
      const [place, self] = random.chance(0.6)
        ? [random.pick(PLACES.town), '我镇']
        : [random.pick(PLACES.subdistrict), '本街道'];
      return { name: `${county}${place}${self === '我镇' ? '人民政府' : '办事处'}`, place: county, scale, self };
    }
  }
}

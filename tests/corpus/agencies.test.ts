import { areaList } from '@vant/area-data';
import { describe, expect, it } from 'vitest';
import { PLACES } from './agencies.js';

describe('the invented places', () => {
  it('are no divisions of the official list', () => {
    const real = new Set(
      [areaList.province_list, areaList.city_list, areaList.county_list].flatMap((list) => Object.values(list)),
    );
    const invented = Object.values(PLACES).flat();
    expect(invented.filter((name) => real.has(name))).toEqual([]);
  });
});

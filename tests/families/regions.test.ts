import { areaList } from '@vant/area-data';
import { describe, expect, it } from 'vitest';
import { loadRegions } from '../../src/families/index.js';

const regions = await loadRegions();

function find(agency: string): string {
  const region = regions.findRegion(agency);
  return region === undefined ? '' : `${region.code} ${region.level}`;
}

describe('findRegion', () => {
  it.each([
    ['江苏省人民政府', '320000 province'],
    ['北京市人民政府', '110000 province'],
    ['上海市人民政府办公厅', '310000 province'],
    ['广西壮族自治区财政厅', '450000 province'],
    ['内蒙古自治区教育厅', '150000 province'],
    ['宿迁市', '321300 prefecture'],
    ['宿迁市人民政府', '321300 prefecture'],
    ['江苏省淮安市人民政府', '320800 prefecture'],
    ['延边朝鲜族自治州人民政府', '222400 prefecture'],
    ['大兴安岭地区行政公署', '232700 prefecture'],
    ['锡林郭勒盟行政公署', '152500 prefecture'],
    ['洪泽区人民政府', '320813 county'],
    ['淮安市洪泽区人民政府', '320813 county'],
    ['江苏省洪泽区人民政府', '320813 county'],
    ['江苏省淮安市洪泽区人民政府', '320813 county'],
    ['昆山市人民政府', '320583 county'],
    ['苏州市昆山市人民政府', '320583 county'],
    ['北京市海淀区人民政府', '110108 county'],
    ['上海市浦东新区人民政府', '310115 county'],
    ['重庆市城口县人民政府', '500229 county'],
    ['河南省济源市人民政府', '419001 county'],
    ['鄂托克旗人民政府', '150624 county'],
  ])('places the government %s', (agency, expected) => {
    expect(find(agency)).toBe(expected);
  });

  it.each([
    ['威海市工业和信息化局', '371000 prefecture'],
    ['威海市城市管理局', '371000 prefecture'],
    ['威海市市场监督管理局', '371000 prefecture'],
    ['威海市住房和城乡建设局', '371000 prefecture'],
    ['威海市民政局', '371000 prefecture'],
    ['洪泽区乡村振兴局', '320813 county'],
    ['淮安市洪泽区城乡建设局', '320813 county'],
    ['江苏省发展和改革委员会', '320000 province'],
    ['国家税务总局威海市税务局', '371000 prefecture'],
    ['中共威海市委办公室', '371000 prefecture'],
    ['北京市规划和自然资源委员会', '110000 province'],
    ['杭州市司法局社区矫正管理局', '330100 prefecture'],
  ])('gives the bureau %s the level of its government', (agency, expected) => {
    expect(find(agency)).toBe(expected);
  });

  it.each([
    ['江苏淮安市人民政府', '320800 prefecture'],
    ['广西南宁市财政局', '450100 prefecture'],
    ['北京海淀区人民政府', '110108 county'],
    ['恩施州财政局', '422800 prefecture'],
    ['延边州人民政府', '222400 prefecture'],
    ['红河州教育体育局', '532500 prefecture'],
    ['湖北省恩施州利川市人民政府', '422802 county'],
  ])('reads the short name in %s', (agency, expected) => {
    expect(find(agency)).toBe(expected);
  });

  it.each([
    ['昌图县七家子镇', '211224 township'],
    ['昌图县七家子镇人民政府', '211224 township'],
    ['淮安市洪泽区老子山镇人民政府', '320813 township'],
    ['北京市海淀区中关村街道办事处', '110108 township'],
    ['武汉市汉阳区建桥街道', '420105 township'],
    ['东莞市长安镇人民政府', '441900 township'],
  ])('gives the township %s its county’s code', (agency, expected) => {
    expect(find(agency)).toBe(expected);
  });

  it.each([
    ['a township without its county', '万潮镇'],
    ['a township straight below a city that has counties', '威海市万潮镇人民政府'],
    ['a development zone', '威海经济技术开发区管理委员会'],
    ['a zone named after its city', '石家庄市高新区管委会'],
    ['a new area that is no division', '南京市江北新区管理委员会'],
    ['a district that was abolished', '杭州市下城区人民政府'],
    ['a county that has become a district', '淮安市洪泽县人民政府'],
    ['a body below a township', '昌图县七家子镇中心小学'],
    ['a city’s branch in a district', '威海市自然资源和规划局环翠分局'],
    ['a part of any town', '东区人民政府'],
    ['a township named like a district elsewhere', '安宁区街道办事处'],
    ['a short name alone', '吉林'],
    ['a province by its short name before a bureau', '吉林财政厅'],
    ['a pseudo-entry of the list', '省直辖县人民政府'],
    ['a body without a place', '工业和信息化局'],
    ['nothing', ''],
  ])('gives nothing for %s', (_, agency) => {
    expect(find(agency)).toBe('');
  });

  it.each([
    ['a name that several divisions have', '鼓楼区人民政府', ' county'],
    ['a name that two divisions of the province have', '江苏省鼓楼区人民政府', ' county'],
    ['a bureau of one of them', '朝阳区审计局', ' county'],
    ['a township of one of them', '朝阳区建外街道', ' township'],
  ])('gives the level but no code for %s', (_, agency, expected) => {
    expect(find(agency)).toBe(expected);
  });

  it.each([
    ['无锡市国有资产监督管理委员会', '320200 prefecture'],
    ['北京市海淀区城市管理委员会', '110108 county'],
  ])('takes no committee such as %s for a zone', (agency, expected) => {
    expect(find(agency)).toBe(expected);
  });

  it('knows an office of an area as a township', () => {
    expect(find('北京市丰台区方庄地区办事处')).toBe('110106 township');
  });

  it('prefers the longest chain: a district, not its city', () => {
    expect(find('南京市鼓楼区人民政府')).toBe('320106 county');
    expect(find('徐州市鼓楼区教育局')).toBe('320302 county');
    expect(find('吉林省吉林市船营区人民政府')).toBe('220204 county');
    expect(find('海南省人民政府')).toBe('460000 province');
    expect(find('海南州人民政府')).toBe('632500 prefecture');
  });

  it('is loaded once', async () => {
    expect(await loadRegions()).toBe(regions);
  });

  it('never contradicts the list it comes from', () => {
    const lists = [areaList.province_list, areaList.city_list, areaList.county_list];
    const codesOf = new Map<string, Set<string>>();
    for (const list of lists) {
      for (const [code, name] of Object.entries(list)) codesOf.set(name, (codesOf.get(name) ?? new Set()).add(code));
    }
    for (const [name, codes] of codesOf) {
      const region = regions.findRegion(`${name}人民政府`);
      if (region === undefined || region.code === '' || region.level === 'township') continue;
      expect(codes.has(region.code), name).toBe(true);
    }
  });
});

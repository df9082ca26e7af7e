import { beforeAll, describe, expect, it } from 'vitest';
import { reportToDigest } from '../../../src/check/across/report-to-digest.js';
import { repeatedShare, printSentences } from '../../../src/check/across/sentences.js';
import { loadRegions } from '../../../src/families/index.js';
import type { AcrossRules, Regions, Report } from '../../../src/model/index.js';
import { sampleFact, sampleReport } from '../../export/sample-report.js';
import { loadFamily } from './sample-digests.js';

let rules: AcrossRules;
let regions: Regions;

beforeAll(async () => {
  const { across } = await loadFamily();
  if (across === undefined) throw new Error('the family compares nothing');
  rules = across;
  regions = await loadRegions();
});

function nameOf(agency: string): string {
  const region = regions.findRegion(agency);
  const nameInDivision = regions.nameInDivision(agency);
  const report: Report = {
    ...sampleReport(),
    agency,
    regionCode: region?.code ?? '',
    level: region?.level ?? '',
    comparison: {
      familyId: 'f',
      ...(nameInDivision === undefined ? {} : { nameInDivision }),
      isAmbiguous: regions.isAmbiguous(agency),
      lines: [],
    },
  };
  const digest = reportToDigest(report, rules);
  return digest?.bureauName === '' ? '' : `${digest?.regionCode} ${digest?.bureauName}`;
}

describe('reportToDigest', () => {
  it.each([
    ['洪泽区人民政府', '淮安市洪泽区人民政府'],
    ['洪泽区政府', '江苏省淮安市洪泽区人民政府'],
    ['淮安市洪泽区人民政府办公室', '洪泽区政府办公室'],
    ['洪泽区教育局', '淮安市洪泽区教育局'],
    ['淮安市', '淮安市人民政府'],
    ['淮安市洪泽区蒋坝镇', '洪泽区蒋坝镇人民政府'],
    ['淮安市洪泽区高良涧街道', '洪泽区高良涧街道办事处'],
  ])('takes %s and %s for one name', (one, other) => {
    expect(nameOf(one)).not.toBe('');
    expect(nameOf(one)).toBe(nameOf(other));
  });

  it('keeps apart the government, its office, its departments and its towns', () => {
    const names = [
      '洪泽区人民政府',
      '洪泽区人民政府办公室',
      '洪泽区教育局',
      '洪泽区财政局',
      '洪泽区蒋坝镇人民政府',
      '淮安市教育局',
      '淮安市人民政府',
      '淮安市市政管理局',
      '淮安市政府采购中心',
    ].map(nameOf);
    expect(new Set(names).size).toBe(names.length);
    expect(names).not.toContain('');
  });

  it.each(['鼓楼区人民政府', '太平镇人民政府', '财政局', '人民政府办公室', '经济技术开发区管理委员会', ''])(
    'gives no name to %j, which many bodies share',
    (agency) => {
      expect(nameOf(agency)).toBe('');
    },
  );

  it('gives a name to a body that says where it is, though the list does not know it', () => {
    expect(nameOf('淮安经济技术开发区管委会')).toBe(' 淮安经济技术开发区管理委员会');
  });

  it('keeps figures with how far they can be trusted', () => {
    const report: Report = {
      ...sampleReport(),
      facts: [
        sampleFact({ row: 'a' }),
        sampleFact({ row: 'b', status: 'derived', value: '4' }),
        sampleFact({ row: 'c', status: 'suspect', value: '5' }),
        sampleFact({ row: 'd', value: '', printed: '/' }),
        sampleFact({ table: 'prose', row: 'e' }),
      ],
      readers: [{ pageNumber: 2, readers: ['pdfium', 'pdfjs'], digitsAgree: true }],
      comparison: { familyId: 'f', isAmbiguous: false, lines: [] },
    };
    expect(reportToDigest(report, rules)).toMatchObject({
      shape: 'applications/a/total applications/b/total applications/c/total applications/d/total',
      values: '3,4,5,',
      trust: 'cb--',
      markCount: 1,
    });
    expect(reportToDigest({ ...report, readers: [] }, rules)?.trust).toBe('bb--');
    // One reader suffices where a law over the figure holds.
    const readers = [{ pageNumber: 2, readers: ['pdfium'] }] as const;
    expect(reportToDigest({ ...report, readers, checks: [] }, rules)?.trust).toBe('bb--');
    const term = { role: 'total', sign: 1, row: 'a', column: 'total', value: '3' } as const;
    const check = { rule: 'r', severity: 'error', table: 'applications', outcome: 'holds', terms: [term] } as const;
    const checks = [{ ...check, expected: '3', actual: '3', difference: '0', usesDerived: false }];
    expect(reportToDigest({ ...report, readers, checks }, rules)?.trust).toBe('cb--');
  });

  it('is silent about a report that brings nothing to compare it by', () => {
    expect(reportToDigest(sampleReport(), rules)).toBeUndefined();
  });
});

describe('repeatedShare', () => {
  it('looks at whole sentences, wherever lines were broken and whatever year they name', () => {
    const earlier = printSentences([
      '2022年，全区主动公开各类',
      '政府信息工作稳步推进。这一句',
      '今年没有再写进报告。',
    ]);
    const later = printSentences(['2023年，全区主动公开', '各类政府信息工作稳步推进。']);
    expect(repeatedShare(later, earlier)).toBe(1);
    expect(repeatedShare(earlier, later)).toBeLessThan(1);
    expect(repeatedShare(printSentences([]), earlier)).toBe(0);
  });

  it('takes headings and labels for no part of the sentence after them', () => {
    const sentence = '全区各单位认真落实公开工作的各项要求，进一步健全了工作机制，公开的范围和深度都有所提高。';
    const plain = printSentences(['五、存在的主要问题及改进情况', sentence]);
    const labelled = printSentences(['第二十条第（一）项', '五、存在的主要问题及改进情况', sentence]);
    expect(repeatedShare(labelled, plain)).toBe(1);
  });

  it('counts a sentence with another figure in it as another sentence', () => {
    const [one, other] = ['收到政府信息公开申请12件，均已按时答复。', '收到政府信息公开申请15件，均已按时答复。'];
    expect(repeatedShare(printSentences([one]), printSentences([other]))).toBe(0);
  });
});

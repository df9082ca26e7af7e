import { describe, expect, it } from 'vitest';
import { compareBureaus } from '../../../src/compare/indicators/index.js';
import { comparisonPage } from '../../../src/compare/page/comparison-page.js';
import { fitText, textWidth } from '../../../src/compare/page/fit-text.js';
import { formatTick, formatValue } from '../../../src/compare/page/format-value.js';
import { gather, loadFamily, makeOutput } from '../indicators/made-outputs.js';

const family = await loadFamily();
const HOSTILE = '</svg><script>alert(1)</script>';

describe('comparison.html', () => {
  const output = makeOutput(family, 8, [2020, 2021, 2022]);
  const owners = output.owners.map((owner) => ({
    ...owner,
    agency: owner.agency === '第0局' ? HOSTILE : owner.agency === '第1局' ? '' : owner.agency,
  }));
  const comparison = compareBureaus(gather(family, [{ ...output, owners }]), family);
  const page = comparisonPage(comparison);

  it('has a map, and for each indicator with a value its ranking and its course', () => {
    expect(page).toMatch(/<table\s+class="heat"/);
    const bars = page.match(/class="plot"/g)?.length ?? 0;
    // All but those in whose every year too many figures are doubted or too small.
    expect(bars).toBeGreaterThan(15);
    expect(bars).toBeLessThanOrEqual(page.match(/class="indicator"/g)?.length ?? 0);
    expect(page).toContain('id="granted_share"');
    expect(page).toContain('class="plot trend"');
  });

  it('keeps names from becoming mark-up, and runs no script', () => {
    expect(page).not.toContain(HOSTILE);
    expect(page).not.toMatch(/<script|onload|style="/);
  });

  it('says which indicators have no value at all', () => {
    const section = page.slice(page.indexOf('没有数值的指标'));
    expect(section).toContain('网络申请占比');
  });

  it('is the same whenever it is made', () => {
    expect(comparisonPage(comparison)).toBe(page);
  });

  it('is a page without any report, too', () => {
    expect(comparisonPage(compareBureaus([], family))).toContain('</html>');
  });
});

describe('fitText', () => {
  it('keeps what fits', () => {
    expect(fitText('某市教育局', 5)).toBe('某市教育局');
  });

  it('keeps more of the end of a long name, which tells bodies of one city apart', () => {
    expect(fitText('淮安市洪泽区住房和城乡建设局', 8)).toBe('淮安市…乡建设局');
    for (const width of [1, 2, 5, 9]) {
      expect(textWidth(fitText('新疆维吾尔自治区 Department of 某某', width))).toBeLessThanOrEqual(width);
    }
  });
});

it.each([
  ['0.2542', 'share', '25.4%'],
  ['-0.5', 'growth', '−50.0%'],
  ['0.1', 'growth', '+10.0%'],
  ['0', 'growth', '0.0%'],
  ['1234567.5', 'amount', '1,234,567.5'],
  ['0.04', 'ratio', '0.040'],
  ['', 'count', ''],
] as const)('writes %s as a %s: %s', (value, kind, text) => {
  expect(formatValue(value, kind)).toBe(text);
});

it('writes ticks as short as they may be', () => {
  expect([formatTick(0.25, 'share'), formatTick(20_000, 'count'), formatTick(-0.5, 'growth')]).toEqual([
    '25%',
    '20,000',
    '−50%',
  ]);
});

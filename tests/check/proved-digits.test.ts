import { describe, expect, it } from 'vitest';
import { provedDigits } from '../../src/check/proved-digits.js';
import type { Check, CheckTerm } from '../../src/model/index.js';

/** `7 = 3 + 4`, `5 = 9 - 4`. */
function sum(text: string, outcome: Check['outcome'] = 'holds'): Check {
  const [total = '', parts = ''] = text.split('=');
  const term = (role: CheckTerm['role'], value: string): CheckTerm => ({
    role,
    sign: role === 'part' && value.startsWith('-') ? -1 : 1,
    row: '',
    column: '',
    value: value.replace(/^[-+]/u, ''),
  });
  return {
    rule: 'sum',
    severity: 'error',
    table: '',
    terms: [term('total', total.trim()), ...(parts.match(/[-+]?\d+/gu) ?? []).map((part) => term('part', part))],
    outcome,
    expected: '',
    actual: '',
    difference: '',
    usesDerived: false,
  };
}
const proved = (...sums: readonly string[]): string => [...provedDigits(sums.map((each) => sum(each)))].sort().join('');

describe('digits that sums prove', () => {
  it('are those for which nothing else solves them', () => {
    expect(proved('10=9+1', '3=2+1', '5=3+2', '4=3+1', '6=5+1', '7=4+3', '8=7+1', '9=8+1', '0=0+0')).toBe('0123456789');
    expect(proved('10=9+1', '0=0+0')).toBe('019');
    expect(proved('12=21-9', '33=12+21', '2=1+1')).toBe('1239');
  });

  it('are those too of fewer sums than digits, which are whole and all differ but two', () => {
    expect(proved('6123=5431+692', '5046=4606+440', '5027=4359+668', '4271=3965+306', '4131=3342+789')).toBe(
      '0123456789',
    );
    // 6 and 7 may be any that follow one another, as may 4 and 5.
    expect(proved('1022=991+31', '102=99+3', '1110=1011+99', '7=6+1', '65=61+4')).toBe('01239');
  });

  it('are none where digits could be exchanged and the sums hold', () => {
    // 3 and 4 stand beside each other only: 7 = 4 + 3 as well.
    expect(proved('7=3+4', '10=9+1')).toBe('');
    // 2 = 1 + 1 is 4 = 2 + 2 as well.
    expect(proved('2=1+1', '3=2+1', '0=0+0')).toBe('0');
    // A sum of one figure says nothing of it.
    expect(proved('17=17+0')).toBe('0');
    expect(proved('17=17')).toBe('');
    expect(proved()).toBe('');
  });

  it('are none where as many sums are broken as hold', () => {
    const checks = [sum('10=9+1'), sum('3=2+2', 'violated')];
    expect(provedDigits(checks).size).toBe(0);
  });

  it('hold in any proportion of places', () => {
    expect(proved('1989=1662+147+19+40+40+81', '172=77+63+32')).not.toContain('5');
  });
});

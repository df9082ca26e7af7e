import { describe, expect, it } from 'vitest';
import { summaryToJson, summaryToText } from '../../src/cli/summary-text.js';
import { sampleSummary } from './sample-summary.js';

describe('summaryToText', () => {
  it('says in plain Chinese what was read, found and lost, and where the output lies', () => {
    expect(summaryToText(sampleSummary(), 'zh')).toBe(`文件 1,203 个：无问题 1,000，有发现 200，失败 1，未处理 2。
数字 240,000 个，来自 1,200 份报告：照印 239,000，推得 900，存疑 60，缺失 40。
发现 230 条：错误 12，警告 218；责任方：公布方 200，未定 30。

其中：
  - 年报/某局.pdf 第 4 页：合计不符
  - 另有 229 条，见 findings.csv

没有得到报告的文件：
  - 年报/坏.pdf：encrypted: 有密码
  - 另有 2 条，见 reports.csv

结果在 /data/out：
  report.html        给审核者看的一页：不符之处、原件截图、未能读取的内容
  facts.csv          全部数字，一行一个，可用 Excel 打开
  findings.csv       不符的勾稽关系与需要人看的地方
  reports.csv        每个文件的结果
  comparability.csv  不同版本的表式中哪些数字可以相比
  reports/           每份报告的全部内容（JSON）
  README.md          说明、数据字典和读取方法；其他格式也列在其中
  datapackage.json   各表说明

用时 61.2 秒。
`);
  });

  it('says the same in English', () => {
    expect(summaryToText(sampleSummary(), 'en'))
      .toContain(`Files: 1,203 (1,000 ok, 200 with findings, 1 failed, 2 skipped).
Figures: 240,000 of 1,200 reports (239,000 printed, 900 derived, 60 suspect, 40 missing).
Findings: 230 (12 errors, 218 warnings; cause: 200 the publisher, 30 undecided).
`);
  });

  it('says one error, not one errors', () => {
    const bySeverity = { error: 1, warning: 2, info: 1 };
    const summary = sampleSummary({ findings: { ...sampleSummary().findings, bySeverity } });
    expect(summaryToText(summary, 'en')).toContain('(1 error, 2 warnings, 1 note; cause:');
  });

  it('says that everything adds up where it does', () => {
    const bySeverity = { error: 0, warning: 0, info: 0 };
    const byCause = { publisher: 0, extraction: 0, unknown: 0 };
    const summary = sampleSummary({ findings: { total: 0, bySeverity, byCause }, notableFindings: [], lostFiles: [] });
    expect(summaryToText(summary, 'zh')).toContain('没有发现：各项勾稽关系都成立。');
  });

  it('does not speak of figures where there is no report', () => {
    const text = summaryToText(sampleSummary({ reports: 0, notableFindings: [] }), 'en');
    expect(text).not.toContain('Figures');
    expect(text).not.toContain('adds up');
  });

  it('lets no file name reach the terminal as a command', () => {
    const summary = sampleSummary({
      lostFiles: [{ sourcePath: 'x\u001b[2J.pdf', outcome: 'failed', reason: { zh: 'a', en: 'a' } }],
    });
    expect(summaryToText(summary, 'en')).not.toContain('\u001b');
  });
});

describe('summaryToJson', () => {
  it('is one document with the exit code and the whole summary', () => {
    const value: unknown = JSON.parse(summaryToJson(sampleSummary(), 1));
    expect(value).toMatchObject({
      files: 1203,
      outcomes: { failed: 1 },
      figures: { total: 240000, suspect: 60 },
      findings: { total: 230, by_severity: { error: 12 }, by_cause: { publisher: 200 } },
      notable_findings: [{ source_path: '年报/某局.pdf', page: 4 }],
      lost_files: [{ source_path: '年报/坏.pdf', outcome: 'failed' }],
      output: '/data/out',
      elapsed_ms: 61234,
      exit_code: 1,
    });
  });
});

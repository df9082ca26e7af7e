// The web site around an article: menus, breadcrumbs, dates, buttons, footers. Names and addresses are invented.
import type { Random } from '../random.js';
import { escapeHtml } from './cells.js';

/** What stands around the article. */
export type Site =
  /** Nothing: the article is the page. */
  | 'none'
  /** Blocks, as sites are built now. */
  | 'blocks'
  /** Tables in tables, as they were built for long. */
  | 'tables';

const MENU = ['首页', '政务公开', '政务服务', '互动交流', '数据发布', '走进本地'];
const SIDE = ['政府信息公开指南', '政府信息公开制度', '法定主动公开内容', '政府信息公开年报', '依申请公开'];
// Mark-up and figures inside a script are none of the page's.
const SCRIPT = `<script>var total=[71,3,0,0,0,0,74];var row='<tr><td>一、本年新收政府信息公开申请数量</td><td>99</td></tr>';</script>`;

/** What a page is about, for its head and its chrome. */
export interface PageSubject {
  readonly title: string;
  readonly agency: string;
  readonly year: number;
}

function published(subject: PageSubject, random: Random): string {
  const day = String(random.int(8, 29)).padStart(2, '0');
  return `发布时间：${subject.year + 1}-01-${day}&nbsp;&nbsp;来源：${escapeHtml(subject.agency)}&nbsp;&nbsp;浏览次数：<span id="hits">${random.int(20, 4000)}</span>`;
}

// Data as a table of its own right above the article: index number, subject, dates.
function indexTable(subject: PageSubject, random: Random): string {
  const cell = (name: string, value: string): string => `<td><b>${name}</b></td><td>${escapeHtml(value)}</td>`;
  return `<table class="xxgk-index" width="100%" border="1"><tr>${cell('索引号', `0100${random.int(10000, 99999)}/${subject.year + 1}-000${random.int(10, 99)}`)}${cell('组配分类', '政府信息公开年报')}</tr><tr>${cell('发布机构', subject.agency)}${cell('成文日期', `${subject.year + 1}-01-${random.int(10, 28)}`)}</tr><tr>${cell('名称', subject.title)}${cell('文号', '无')}</tr></table>`;
}

function inBlocks(article: string, subject: PageSubject, random: Random): string {
  const links = MENU.map((text) => `<li><a href="/${random.int(1, 99)}/">${text}</a></li>`).join('');
  return [
    `<div class="header"><ul class="nav">${links}</ul><form action="/search"><input name="q" placeholder="请输入关键字"></form></div>`,
    `<div class="crumbs">当前位置：<a href="/">首页</a> &gt; <a href="/zwgk/">政务公开</a> &gt; <a href="/nb/">政府信息公开年报</a> &gt; 正文</div>`,
    indexTable(subject, random),
    `<div class="article"><h1>${escapeHtml(subject.title)}</h1><div class="info">${published(subject, random)}&nbsp;字号：[<a>大</a> <a>中</a> <a>小</a>]</div>`,
    SCRIPT,
    `<div class="content" id="zoom">\n${article}\n</div>`,
    `<div class="share">分享到：<a class="wx">微信</a><a class="wb">微博</a>&nbsp;<a onclick="window.print()">【打印本页】</a><a>【关闭窗口】</a></div>`,
    `<div class="around"><p>上一篇：无</p><p>下一篇：<a href="/t${random.int(1000, 9999)}.html">${subject.year - 1}年政府信息公开工作年度报告</a></p></div></div>`,
    `<div class="footer"><p>主办：${escapeHtml(subject.agency)}&nbsp;&nbsp;网站标识码：0100${random.int(100000, 999999)}</p><p>电话：0100-555${random.int(1000, 9999)}&nbsp;&nbsp;邮编：010${random.int(100, 999)}</p></div>`,
  ].join('\n');
}

function inTables(article: string, subject: PageSubject, random: Random): string {
  const side = SIDE.map((text) => `<tr><td height="28">· <a href="#">${text}</a></td></tr>`).join('\n');
  const menu = MENU.map((text) => `<td align="center"><a href="#">${text}</a></td>`).join('<td>|</td>');
  // An older copy of the article's table, switched off by an editor: no reader sees it.
  const off = `<!-- <table><tr><td>一、本年新收政府信息公开申请数量</td><td>8</td><td>8</td><td>8</td></tr></table> -->`;
  return [
    `<table width="1000" align="center" cellspacing="0" cellpadding="0"><tr><td colspan="2"><img src="/images/top.jpg" width="1000" height="160"></td></tr>`,
    `<tr><td colspan="2"><table width="100%"><tr>${menu}</tr></table></td></tr>`,
    `<tr><td width="220" valign="top"><table width="100%">\n${side}\n</table></td><td valign="top">`,
    `<table width="100%"><tr><td height="30">您现在的位置：首页 &gt;&gt; 信息公开 &gt;&gt; 年度报告</td></tr>`,
    `<tr><td align="center"><font size="4"><b>${escapeHtml(subject.title)}</b></font></td></tr>`,
    `<tr><td align="center">${published(subject, random)}</td></tr><tr><td>${off}\n${article}\n</td></tr>`,
    `<tr><td align="right">【字体：大 中 小】 【打印】 【关闭】</td></tr></table></td></tr>`,
    `<tr><td colspan="2" align="center"><table><tr><td>版权所有：${escapeHtml(subject.agency)}</td><td>今日访问：${random.int(10, 900)}</td></tr></table></td></tr></table>`,
  ].join('\n');
}

/** Puts an article into its site. */
export function surround(article: string, site: Site, subject: PageSubject, random: Random): string {
  switch (site) {
    case 'none':
      return article;
    case 'blocks':
      return inBlocks(article, subject, random);
    case 'tables':
      return inTables(article, subject, random);
  }
}

/**
 * The style of all pages. Colours are Okabe and Ito's, which people with any common colour blindness tell apart, and none says
 * anything that a word or a shape beside it does not say.
 */

/** Colours by what they mean. */
export const COLOURS = {
  error: '#b23a00',
  warning: '#8a6100',
  info: '#0072b2',
  sound: '#0072b2',
  doubted: '#d55e00',
  small: '#767676',
  part: '#0072b2',
} as const;

/** Begins every page's style. */
export const BASE_STYLE = `
:root{color-scheme:light;--ink:#1b1b1b;--soft:#555;--line:#c8c8c8;--paper:#fff;--band:#f4f5f7;--link:#0b5394}
*{box-sizing:border-box}
html{-webkit-text-size-adjust:100%}
body{margin:0 auto;padding:0 1rem 4rem;max-width:76rem;color:var(--ink);background:var(--paper);
font:16px/1.6 system-ui,-apple-system,"PingFang SC","Hiragino Sans GB","Microsoft YaHei","Noto Sans CJK SC","Source Han Sans SC",sans-serif;
font-variant-numeric:tabular-nums;overflow-wrap:anywhere}
h1{font-size:1.7rem;line-height:1.3;margin:1.2rem 0 .3rem}
h2{font-size:1.25rem;line-height:1.35;margin:2rem 0 .4rem}
h3{font-size:1.05rem;margin:0 0 .3rem}
p{margin:.4rem 0}
a{color:var(--link)}
:focus-visible{outline:3px solid #0072b2;outline-offset:2px}
:root:not(:has(#language-en:checked)) [lang=en],:root:has(#language-en:checked) [lang=zh]{display:none}
.language{float:right;border:0;margin:.6rem 0 0;padding:0;font-size:.9rem}
.language legend{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}
.language label{margin-left:.7rem;cursor:pointer}
.soft{color:var(--soft)}
.small{font-size:.875rem}
.scroll{overflow-x:auto;max-width:100%}
table{border-collapse:collapse;font-size:.875rem;line-height:1.4}
caption{text-align:left;font-weight:600;padding:.3rem 0}
.scroll caption>span{display:inline-block;position:sticky;left:0;max-width:calc(100vw - 2rem)}
thead th{overflow-wrap:break-word}
th,td{border:1px solid var(--line);padding:.2rem .45rem;text-align:left;vertical-align:top}
thead th{background:var(--band)}
td.n,th.n{text-align:right;white-space:nowrap}
.skip{position:absolute;left:-999px}
.skip:focus{left:1rem;top:.5rem;background:#fff;padding:.3rem .6rem;z-index:2}
details>summary{cursor:pointer}
@media (max-width:40rem){body{font-size:15px;padding:0 .75rem 3rem}h1{font-size:1.35rem}.language{float:none}}
@media print{body{max-width:none;padding:0;font-size:10pt}.language,.noprint,.skip{display:none}a{color:inherit;text-decoration:none}
.scroll{overflow:visible}table{font-size:8pt}h2,h3,caption{break-after:avoid}tr,figure{break-inside:avoid}}
@page{margin:14mm}
`;

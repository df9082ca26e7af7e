import { describe, expect, it } from 'vitest';
import { htmlToPage } from '../../../src/extract/index.js';
import { PipelineError } from '../../../src/model/index.js';
import { sketchBlocks } from '../marked.js';

const read = (html: string): string[] => sketchBlocks(htmlToPage(new TextEncoder().encode(html)).blocks);

const FIGURE = '<p>1<i class=h>9</i>8</p>';
const HIDING = '.h{display:none}';
/** What is read where the sheet certainly hides the digit, and where it may. */
const HIDDEN = read(`<style>${HIDING}</style>${FIGURE}`);
const OPEN = read(`<style media="(min-width:3px)">${HIDING}</style>${FIGURE}`);
const base64 = (text: string): string => Buffer.from(text).toString('base64');

describe('a sheet that is written into its address', () => {
  it('hides as one inside the page does, and as one that may', () => {
    expect(HIDDEN).not.toEqual(['198']);
    expect(OPEN).not.toEqual(['198']);
  });

  it.each([
    `data:text/css,${HIDING}`,
    `data:text/css;charset=utf-8,${encodeURIComponent(HIDING)}`,
    `data:text/css;base64,${base64(HIDING)}`,
    ` DATA:text/css;charset=gbk;base64,\n${encodeURIComponent(base64(HIDING))}`,
    `data:text/css,${HIDING}#p{color:red}`,
  ])('is read from a link: %s', (address) => {
    expect(read(`<link rel=stylesheet href="${address}">${FIGURE}`)).toEqual(HIDDEN);
  });

  it.each([
    `@import "data:text/css,${HIDING}";`,
    `@import 'data:text/css;base64,${base64(HIDING)}';`,
    `@import url(data:text/css;base64,${base64(HIDING)});`,
    `@import url( "data:text/css,${HIDING}" ) screen;`,
    `@IMPORT URL('d\\61 ta:text/css,${HIDING}');`,
    `<!-- /* x */ @charset "utf-8"; @import "data:text/css,${HIDING}"; p{color:red} -->`,
    `@import "data:text/css,${encodeURIComponent(`@import "data:text/css,${HIDING}";`)}";`,
  ])('is read where a sheet imports it: %s', (sheet) => {
    expect(read(`<style>${sheet}</style>${FIGURE}`)).toEqual(HIDDEN);
  });

  it.each([
    `<style>@import "data:text/css,${HIDING}" (min-width: 3px);</style>`,
    `<style>@import "data:text/css,${HIDING}" layer(x);</style>`,
    `<style>@import "data:text/css,${HIDING}" supports(display: grid);</style>`,
    `<style>@import "data:,${HIDING}";</style>`,
    `<style type="text/less">${HIDING}</style>`,
    `<link rel=stylesheet href="data:,${HIDING}">`,
    `<link rel="alternate stylesheet" title=t href="data:text/css,${HIDING}">`,
    `<link rel=stylesheet disabled href="data:text/css,${HIDING}">`,
    `<link rel=stylesheet media="(min-width:3px)" href="data:text/css,${HIDING}">`,
  ])('leaves open what it hides under a condition: %s', (sheet) => {
    expect(read(`${sheet}${FIGURE}`)).toEqual(OPEN);
  });

  it.each([
    `<style>@import "data:text/css,${HIDING}" print;</style>`,
    `<style media=print>${HIDING}</style>`,
    `<link rel=stylesheet media=print href="data:text/css,${HIDING}">`,
    `<link rel=icon href="data:text/css,${HIDING}">`,
  ])('hides nothing where it is not in use: %s', (sheet) => {
    expect(read(`${sheet}${FIGURE}`)).toEqual(['198']);
  });

  it.each([`p{color:red} @import "data:text/css,${HIDING}";`, '@import "x.css"; p{color:red}'])(
    'says nothing where its import does nothing, or leads elsewhere: %s',
    (sheet) => {
      expect(read(`<style>${sheet}</style><p>1<i>9</i>8</p><p class=h>7</p>`)).toEqual(['198', '7']);
    },
  );

  it('is weighed in the place of its import', () => {
    const sheet = `@import "data:text/css,${HIDING}"; .h{display:inline}`;
    expect(read(`<style>${sheet}</style>${FIGURE}`)).toEqual(['198']);
  });

  it('brings fonts along', () => {
    const face = '@font-face{font-family:f;src:url(f.woff);unicode-range:U+30-39}td{font-family:f}';
    const table = '<table><tr><td>甲</td><td>12</td></tr></table>';
    expect(read(`<link rel=stylesheet href="data:text/css,${face}">${table}`)).toEqual(
      read(`<style>${face}</style>${table}`),
    );
  });

  it('is refused where imports have no end', () => {
    const sheet = '@import "data:text/css,p{}";'.repeat(300);
    expect(() => read(`<style>${sheet}</style>${FIGURE}`)).toThrow(PipelineError);
  });
});

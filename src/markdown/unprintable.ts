import type Token from 'markdown-it/lib/token.mjs';
import type { Diagnostic } from '../model/diagnostic.js';
import { findHtml } from './html.js';

/** Markup in running text that an official document cannot hold. */
export type Unprintable = Pick<Diagnostic, 'code' | 'message'> & { readonly hint: string };

/** What of a run of text will be printed as typed, or not at all. */
export function unprintableIn(content: string, inlines: readonly Token[]): readonly Unprintable[] {
  const links = inlines.some((token) => token.type === 'link_open') ? [LINK] : [];
  const tag = findHtml(content);
  return tag === '' ? links : [...links, html(tag)];
}

const LINK: Unprintable = {
  code: 'MARKDOWN-LINK',
  message: '公文里不放超链接，只印出文字',
  hint: '把网址写成正文，或者删去链接。',
};

function html(tag: string): Unprintable {
  const message = `${tag} 是网页标记，不起作用，按原文印出`;
  return { code: 'MARKDOWN-HTML', message, hint: '删去这个标记；需要分段时空一行。' };
}

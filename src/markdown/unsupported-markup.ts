import type Token from 'markdown-it/lib/token.mjs';
import type { Diagnostic } from '../model/diagnostic.js';
import { findHtml } from './html.js';

/** Inline markup without equivalent in official documents. */
export type UnsupportedMarkup = Pick<Diagnostic, 'code' | 'message'> & { readonly hint: string };

/** The unsupported markup of an inline text: links and HTML. */
export function unsupportedMarkupIn(content: string, inlines: readonly Token[]): readonly UnsupportedMarkup[] {
  const links = inlines.some((token) => token.type === 'link_open') ? [LINK] : [];
  const tag = findHtml(content);
  return tag === '' ? links : [...links, html(tag)];
}

const LINK: UnsupportedMarkup = {
  code: 'MARKDOWN-LINK',
  message: '公文里不放超链接，只印出文字',
  hint: '把网址写成正文，或者删去链接。',
};

function html(tag: string): UnsupportedMarkup {
  const message = `${tag} 是网页标记，不起作用，按原文印出`;
  return { code: 'MARKDOWN-HTML', message, hint: '删去这个标记；需要分段时空一行。' };
}

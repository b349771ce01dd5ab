/** Numbers typed before a heading: 一、 （一） (一) 1. 1． 1、 （1） ①. A decimal such as 1.5 does not match. */
const TYPED_NUMBER =
  /^\s*(?:[一二三四五六七八九十百]+[、．.]|[（(][一二三四五六七八九十百]+[）)]、?|\d{1,2}(?:[．、]|\.(?!\d))|[（(]\d{1,2}[）)]|[①-⑳])\s*/u;

/** The heading without a number typed by the author; headings are numbered automatically. */
export function stripTypedNumber(text: string): string {
  const bare = text.replace(TYPED_NUMBER, '');
  return bare === '' ? text : bare;
}

const TAG = /<\/?[A-Za-z][^<>]*>|<!--/;

/** The first HTML tag or comment opening in a text, or the empty string. */
export function findHtml(text: string): string {
  return TAG.exec(text)?.[0] ?? '';
}

const TAG = /<\/?[A-Za-z][^<>]*>|<!--/;

/** The first piece of HTML in a text, or empty. */
export function findHtml(text: string): string {
  return TAG.exec(text)?.[0] ?? '';
}

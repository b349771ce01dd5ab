import { strFromU8, unzipSync } from 'fflate';

/** The XML parts of a DOCX by path. */
export function docxParts(bytes: Uint8Array): ReadonlyMap<string, string> {
  const entries = Object.entries(unzipSync(bytes)).filter(([path]) => /\.(xml|rels)$/.test(path));
  return new Map(entries.map(([path, data]) => [path, strFromU8(data)]));
}

export interface DocxParagraph {
  readonly style: string;
  readonly text: string;
  readonly xml: string;
}

/** The paragraphs of a part in order, those inside tables included. */
export function docxParagraphs(xml: string): readonly DocxParagraph[] {
  return [...xml.matchAll(/<w:p>.*?<\/w:p>|<w:p\/>/gs)].map(([paragraph]) => ({
    style: /<w:pStyle w:val="([^"]+)"/.exec(paragraph)?.[1] ?? '',
    text: [...paragraph.matchAll(/<w:t[ >][^<]*?>?([^<>]*)<\/w:t>/g)].map((match) => match[1] ?? '').join(''),
    xml: paragraph,
  }));
}

/** The common data of document information and XMP packet, so that they agree. */
export interface Description {
  readonly title: string;
  readonly author: string;
  readonly subject: string;
  readonly keywords: readonly string[];
  /** YYYY-MM-DD, or empty where the document has no date. */
  readonly date: string;
  readonly language: string;
  readonly creator: string;
  readonly producer: string;
}

/** PDF/A requires an extension schema for properties that ISO 19005-2 does not define, such as those of PDF/UA. */
const UA_SCHEMA = `<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">
<pdfaSchema:schema>PDF/UA Universal Accessibility Schema</pdfaSchema:schema>
<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>
<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>
<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource">
<pdfaProperty:name>part</pdfaProperty:name>
<pdfaProperty:valueType>Integer</pdfaProperty:valueType>
<pdfaProperty:category>internal</pdfaProperty:category>
<pdfaProperty:description>Part of ISO 14289 to which the file conforms</pdfaProperty:description>
</rdf:li></rdf:Seq></pdfaSchema:property>
</rdf:li></rdf:Bag></pdfaExtension:schemas>`;

const NAMESPACES = Object.entries({
  dc: 'http://purl.org/dc/elements/1.1/',
  pdf: 'http://ns.adobe.com/pdf/1.3/',
  pdfaid: 'http://www.aiim.org/pdfa/ns/id/',
  pdfuaid: 'http://www.aiim.org/pdfua/ns/id/',
  pdfaExtension: 'http://www.aiim.org/pdfa/ns/extension/',
  pdfaSchema: 'http://www.aiim.org/pdfa/ns/schema#',
  pdfaProperty: 'http://www.aiim.org/pdfa/ns/property#',
  xmp: 'http://ns.adobe.com/xap/1.0/',
})
  .map(([prefix, uri]) => `xmlns:${prefix}="${uri}"`)
  .join('\n');

/** The XMP packet (ISO 16684-1) with the PDF/A and PDF/UA identifiers and the document properties. */
export function xmpPacket(description: Description): string {
  const { title, author, subject, keywords, date, language, creator, producer } = description;
  const moment = date === '' ? '' : `${date}T00:00:00+08:00`;
  const properties = [
    '<pdfaid:part>2</pdfaid:part><pdfaid:conformance>A</pdfaid:conformance><pdfuaid:part>1</pdfuaid:part>',
    list('dc:title', 'Alt', [title]),
    list('dc:creator', 'Seq', [author]),
    list('dc:description', 'Alt', [subject]),
    list('dc:subject', 'Bag', keywords),
    list('dc:language', 'Bag', [language]),
    simple('pdf:Keywords', keywords.join(',')),
    simple('pdf:Producer', producer),
    simple('xmp:CreatorTool', creator),
    simple('xmp:CreateDate', moment),
    simple('xmp:ModifyDate', moment),
    UA_SCHEMA,
  ].filter((property) => property !== '');
  return `<?xpacket begin="\uFEFF" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about=""
${NAMESPACES}>
${properties.join('\n')}
</rdf:Description></rdf:RDF></x:xmpmeta>
<?xpacket end="r"?>`;
}

function simple(name: string, text: string): string {
  return text === '' ? '' : `<${name}>${escapeXml(text)}</${name}>`;
}

function list(name: string, kind: 'Alt' | 'Bag' | 'Seq', texts: readonly string[]): string {
  const language = kind === 'Alt' ? ' xml:lang="x-default"' : '';
  const items = texts.filter((text) => text !== '').map((text) => `<rdf:li${language}>${escapeXml(text)}</rdf:li>`);
  return items.length === 0 ? '' : `<${name}><rdf:${kind}>${items.join('')}</rdf:${kind}></${name}>`;
}

/** Escapes text; characters that are invalid in XML 1.0 are removed. */
function escapeXml(text: string): string {
  const plain = text.replace(/[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu, '');
  return plain.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');
}

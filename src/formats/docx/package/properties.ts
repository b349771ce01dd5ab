import type { Properties } from '../../../model/doc.js';
import { element, escapeXml, part, value } from './xml.js';

/** A draft has no 成文日期; its properties then carry a fixed day, for no clock may reach the file. */
const UNDATED = '2000-01-01';

/** `docProps/core.xml`: title and author for the reader, 成文日期 for both dates. */
export function corePart(properties: Properties): string {
  const date = `${/^\d{4}-\d{2}-\d{2}$/.test(properties.date) ? properties.date : UNDATED}T00:00:00Z`;
  const stamp = (name: string): string => element(name, { 'xsi:type': 'dcterms:W3CDTF' }, date);
  const namespaces = {
    'xmlns:cp': 'http://schemas.openxmlformats.org/package/2006/metadata/core-properties',
    'xmlns:dc': 'http://purl.org/dc/elements/1.1/',
    'xmlns:dcterms': 'http://purl.org/dc/terms/',
    'xmlns:xsi': 'http://www.w3.org/2001/XMLSchema-instance',
  };
  const root = element(
    'cp:coreProperties',
    namespaces,
    textElement('dc:title', properties.title),
    textElement('dc:subject', properties.subject),
    textElement('dc:creator', properties.author),
    textElement('cp:keywords', properties.keywords.join('，')),
    textElement('cp:lastModifiedBy', properties.author),
    textElement('cp:revision', '1'),
    stamp('dcterms:created'),
    stamp('dcterms:modified'),
    textElement('dc:language', 'zh-CN'),
  );
  return part(root);
}

function textElement(name: string, text: string): string {
  return element(name, {}, escapeXml(text));
}

/** `docProps/app.xml`. */
export function applicationPart(): string {
  const namespace = 'http://schemas.openxmlformats.org/officeDocument/2006/extended-properties';
  return part(element('Properties', { xmlns: namespace }, element('Application', {}, 'Hongtou')));
}

const WORD_SETTINGS = 'http://schemas.microsoft.com/office/word';

/** `word/settings.xml`: page numbers differ on odd and even pages, marks are not squeezed, and Word 2013's layout applies. */
export function settingsPart(): string {
  const compatible = (name: string, val: number): string =>
    element('w:compatSetting', { 'w:name': name, 'w:uri': WORD_SETTINGS, 'w:val': val });
  const root = element(
    'w:settings',
    { 'xmlns:w': 'http://schemas.openxmlformats.org/wordprocessingml/2006/main' },
    element('w:zoom', { 'w:percent': 100 }),
    value('w:defaultTabStop', 420),
    element('w:evenAndOddHeaders'),
    value('w:characterSpacingControl', 'doNotCompress'),
    element('w:compat', {}, compatible('compatibilityMode', 15), compatible('enableOpenTypeFeatures', 0)),
    element('w:themeFontLang', { 'w:val': 'zh-CN', 'w:eastAsia': 'zh-CN' }),
    value('w:decimalSymbol', '.'),
    value('w:listSeparator', ','),
  );
  return part(root);
}

import type { Properties } from '../../../model/doc.js';
import { element, escapeXml, xmlPart, valElement } from '../../xml.js';

/** Date of a draft without 成文日期. It is fixed, because output must not depend on the clock. */
const UNDATED = '2000-01-01';

/** `docProps/core.xml`: title, author and keywords; 成文日期 is the date of creation and of modification. */
export function corePart(properties: Properties): string {
  const date = `${/^\d{4}-\d{2}-\d{2}$/.test(properties.date) ? properties.date : UNDATED}T00:00:00Z`;
  const dateElement = (name: string): string => element(name, { 'xsi:type': 'dcterms:W3CDTF' }, date);
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
    dateElement('dcterms:created'),
    dateElement('dcterms:modified'),
    textElement('dc:language', 'zh-CN'),
  );
  return xmlPart(root);
}

function textElement(name: string, text: string): string {
  return element(name, {}, escapeXml(text));
}

/** `docProps/app.xml`. */
export function applicationPart(): string {
  const namespace = 'http://schemas.openxmlformats.org/officeDocument/2006/extended-properties';
  return xmlPart(element('Properties', { xmlns: namespace }, element('Application', {}, 'Hongtou')));
}

const WORD_SETTINGS = 'http://schemas.microsoft.com/office/word';

/** `word/settings.xml`: different odd and even footers, uncompressed punctuation, and the layout of Word 2013. */
export function settingsPart(): string {
  const compatibilitySetting = (name: string, val: number): string =>
    element('w:compatSetting', { 'w:name': name, 'w:uri': WORD_SETTINGS, 'w:val': val });
  const root = element(
    'w:settings',
    { 'xmlns:w': 'http://schemas.openxmlformats.org/wordprocessingml/2006/main' },
    element('w:zoom', { 'w:percent': 100 }),
    valElement('w:defaultTabStop', 420),
    element('w:evenAndOddHeaders'),
    valElement('w:characterSpacingControl', 'doNotCompress'),
    element(
      'w:compat',
      {},
      compatibilitySetting('compatibilityMode', 15),
      compatibilitySetting('enableOpenTypeFeatures', 0),
    ),
    element('w:themeFontLang', { 'w:val': 'zh-CN', 'w:eastAsia': 'zh-CN' }),
    valElement('w:decimalSymbol', '.'),
    valElement('w:listSeparator', ','),
  );
  return xmlPart(root);
}

import type { Doc, Properties } from '../../model/doc.js';
import type { FaceTable, PrintJob } from '../../model/ports.js';
import type { Style } from '../../model/style.js';
import type { Drawings } from '../chart/drawings.js';
import { styleSheet } from './css/document-css.js';
import type { Images } from './image.js';
import { element, fragment, nothing, trusted, type Markup } from './markup.js';
import { pageSequencesMarkup } from './page-sequences.js';
import { placeFootExpression } from '../../layout/script/place-foot.js';

/** Content Security Policy: no network access and no scripts. */
const CONTENT_SECURITY_POLICY = "default-src 'none'; img-src data:; style-src 'unsafe-inline'";

/**
 * Writes a document as one self-contained HTML page for printing as PDF, without scripts and external references.
 * `faces` are the font families by role, `images` the pictures by workspace path, `charts` the drawings of charts.
 */
export function writeHtml(
  doc: Doc,
  style: Style,
  faces: FaceTable,
  images: Images,
  charts: Drawings = new Map(),
): PrintJob {
  const body = pageSequencesMarkup(doc, { style, images, charts, orientation: 'portrait', bound: false });
  return printJob(doc.properties, styleSheet(doc.head, style, faces), body);
}

/** An HTML page with metadata, a style sheet and a body. */
export function printJob(properties: Properties, css: string, body: Markup): PrintJob {
  const head = element('head', {}, headElements(properties), element('style', {}, trusted(css)));
  const html = element('html', { lang: 'zh-CN' }, head, element('body', {}, body));
  return { html: fragment(trusted('<!doctype html>\n'), html).html, afterLoad: placeFootExpression };
}

function headElements(properties: Properties): Markup {
  return fragment(
    element('meta', { charset: 'utf-8' }),
    element('meta', { 'http-equiv': 'Content-Security-Policy', content: CONTENT_SECURITY_POLICY }),
    element('title', {}, properties.title),
    metaElement('author', properties.author),
    metaElement('description', properties.subject),
    metaElement('keywords', properties.keywords.join(',')),
  );
}

function metaElement(name: string, content: string): Markup {
  return content === '' ? nothing : element('meta', { name, content });
}

import type { Doc, Properties } from '../../model/doc.js';
import type { FaceTable, PrintJob } from '../../model/ports.js';
import type { Style } from '../../model/style.js';
import type { Drawings } from '../chart/drawings.js';
import { styleSheet } from './css/document-css.js';
import type { Images } from './image.js';
import { element, fragment, nothing, trusted, type Markup } from './markup.js';
import { pageSequencesMarkup } from './page-sequences.js';
import { placeFootExpression } from '../../layout/script/place-foot.js';

/** Nothing is fetched and nothing runs, whatever the content says. */
const POLICY = "default-src 'none'; img-src data:; style-src 'unsafe-inline'";

/**
 * The official document as one self-contained page whose print is the PDF: no script, no reference to another file.
 * `faces` are the families the machine has for each role; `images` the pictures by their path in the workspace; `charts`
 * the drawings of the charts.
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

/** A page of its own, with what it says of itself, a style sheet and a body. */
export function printJob(properties: Properties, css: string, body: Markup): PrintJob {
  const head = element('head', {}, headElements(properties), element('style', {}, trusted(css)));
  const html = element('html', { lang: 'zh-CN' }, head, element('body', {}, body));
  return { html: fragment(trusted('<!doctype html>\n'), html).html, afterLoad: placeFootExpression };
}

function headElements(properties: Properties): Markup {
  return fragment(
    element('meta', { charset: 'utf-8' }),
    element('meta', { 'http-equiv': 'Content-Security-Policy', content: POLICY }),
    element('title', {}, properties.title),
    metaElement('author', properties.author),
    metaElement('description', properties.subject),
    metaElement('keywords', properties.keywords.join(',')),
  );
}

function metaElement(name: string, content: string): Markup {
  return content === '' ? nothing : element('meta', { name, content });
}

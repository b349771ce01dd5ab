import { PDFDict, PDFHexString, PDFName, PDFString, type PDFContext } from '@cantoo/pdf-lib';
import type { Properties } from '../../model/doc.js';
import { srgbProfile } from './srgb.js';
import { xmpPacket, type Description } from './xmp.js';

const CREATOR = 'Hongtou';
const PROFILE = 'sRGB IEC61966-2.1';
const profile = srgbProfile();

/**
 * Writes document information, XMP metadata with the PDF/A and PDF/UA identifiers, output intent and language. Every
 * date is 成文日期; a draft has no date.
 */
export function writeMetadata(catalog: PDFDict, properties: Properties): void {
  const { context } = catalog;
  const description = { ...properties, language: 'zh-CN', creator: CREATOR, producer: producerOf(context) };
  context.trailerInfo.Info = context.register(informationDict(context, description));
  const packet = new TextEncoder().encode(xmpPacket(description));
  const entries = {
    Metadata: context.register(context.stream(packet, { Type: 'Metadata', Subtype: 'XML' })),
    OutputIntents: [outputIntent(context)],
    Lang: PDFString.of(description.language),
    MarkInfo: { Marked: true },
    ViewerPreferences: { DisplayDocTitle: true },
  };
  for (const [key, value] of context.obj(entries).entries()) catalog.set(key, value);
}

/** The Producer entry of the browser. */
function producerOf(context: PDFContext): string {
  const producer = context.lookupMaybe(context.trailerInfo.Info, PDFDict)?.lookup(PDFName.of('Producer'));
  return producer instanceof PDFString || producer instanceof PDFHexString ? producer.decodeText() : '';
}

function informationDict(context: PDFContext, description: Description): PDFDict {
  const { title, author, subject, keywords, creator, producer, date } = description;
  const texts = Object.entries({
    Title: title,
    Author: author,
    Subject: subject,
    Keywords: keywords.join(','),
    Creator: creator,
    Producer: producer,
  }).filter(([, text]) => text !== '');
  const dict = context.obj(Object.fromEntries(texts.map(([key, text]) => [key, PDFHexString.fromText(text)])));
  if (date === '') return dict;
  const moment = PDFString.of(`D:${date.replaceAll('-', '')}000000+08'00'`);
  dict.set(PDFName.of('CreationDate'), moment);
  dict.set(PDFName.of('ModDate'), moment);
  return dict;
}

/** The output intent of colours in sRGB (ISO 19005-2, 6.2.3). */
function outputIntent(context: PDFContext): PDFDict {
  return context.obj({
    Type: 'OutputIntent',
    S: 'GTS_PDFA1',
    OutputConditionIdentifier: PDFString.of(PROFILE),
    Info: PDFString.of(PROFILE),
    DestOutputProfile: context.register(context.flateStream(profile, { N: 3 })),
  });
}

import { docxFormat } from '../../formats/docx/format.js';
import type { Format } from '../../formats/format.js';
import { pdfFormat } from '../../formats/pdf/format.js';
import { xlsxFormat } from '../../formats/xlsx/format.js';

export type { Format };

/** Every output format; all of them are built by default. */
export const FORMATS: readonly Format[] = [docxFormat, pdfFormat, xlsxFormat];

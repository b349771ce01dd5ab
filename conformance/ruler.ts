import { openPrinter } from '../src/host/printer.js';
import { facesFor } from './agreement/faces.js';
import { printingMissing } from './agreement/missing.js';
import { openOffice } from './agreement/office.js';
import { allMustPass, type Judge, type Row } from './judge.js';
import { checks, failures, jobs } from './ruler/checks.js';
import type { Prints } from './ruler/measure.js';
import { printDocx, printPdf } from './ruler/print.js';

const PDF = '量 PDF 版面';
const DOCX = '量 DOCX 版面';
const JOBS = 2;

/** Measures the pages of both formats, and verifies that every measurement fails with a wrong style. */
export const ruler: Judge = {
  names: [PDF, DOCX],
  format: null,
  slow: false,
  missing: printingMissing,
  judge: async () => {
    const faces = await facesFor([]);
    if (faces === null) throw new Error('no faces');
    const printer = await openPrinter({ faces, jobs: JOBS });
    const office = await openOffice(faces);
    try {
      return [rowOf(PDF, await printPdf(jobs, printer, faces)), rowOf(DOCX, await printDocx(jobs, office, faces))];
    } finally {
      await Promise.all([printer.close(), office.close()]);
    }
  },
};

/** The first prints are in the correct style, each of the others in the wrong style of one check. */
function rowOf(name: string, [right, ...wrong]: readonly Prints[]): Row {
  const findings = checks.map((check, index) => {
    const deviations = right === undefined ? ['没有样张'] : failures(check, right);
    const wrongPrints = wrong[index];
    const detected = wrongPrints !== undefined && failures(check, wrongPrints).length > 0;
    return [...deviations, ...(detected ? [] : ['故意排错的样张没有测出错误'])].map(
      (text) => `${check.clause} ${check.name}：${text}`,
    );
  });
  return allMustPass(name, findings.filter((each) => each.length === 0).length, checks.length, findings.flat());
}

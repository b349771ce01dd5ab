import { encode } from '../../src/filing/bag/bag.js';
import { ALGORITHMS, digestsOf } from '../../src/filing/bag/digests.js';
import { tagManifestName, writeManifest } from '../../src/filing/bag/manifest.js';

export const DATE = '2027-06-12';

export type Harm = (files: Map<string, Uint8Array>) => void;

export const PDF = 'data/0001/实施方案.pdf';
const DOCX = 'data/0001/实施方案.docx';
const OTHER = 'data/0002/群众满意度测评报告.pdf';
const SOURCE = 'data/0001/原稿/plan.md';
const METADATA = 'metadata/metadata.xml';

export const at = (map: Map<string, Uint8Array>, path: string): Uint8Array => {
  const bytes = map.get(path);
  if (!bytes) throw new Error(`${path} is not in the package: ${[...map.keys()].join(' ')}`);
  return bytes;
};
const text = (bytes: Uint8Array): string => new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);

export const flip =
  (path: string, offset: number): Harm =>
  (map) => {
    const bytes = Uint8Array.from(at(map, path));
    const index = offset < 0 ? bytes.length + offset : offset;
    bytes[index] = (bytes[index] ?? 0) ^ 1;
    map.set(path, bytes);
  };
const cut =
  (path: string, keep: number): Harm =>
  (map) =>
    map.set(path, at(map, path).subarray(0, Math.floor(at(map, path).length * keep)));
const remove =
  (path: string): Harm =>
  (map) => {
    at(map, path);
    map.delete(path);
  };
const rename =
  (from: string, to: string): Harm =>
  (map) => {
    map.set(to, at(map, from));
    map.delete(from);
  };
const swap =
  (a: string, b: string): Harm =>
  (map) => {
    const [first, second] = [at(map, a), at(map, b)];
    map.set(a, second).set(b, first);
  };
export const add =
  (path: string, content: string | Uint8Array = '多出来的'): Harm =>
  (map) =>
    map.set(path, typeof content === 'string' ? encode(content) : content);
export const edit =
  (path: string, from: string | RegExp, to: string): Harm =>
  (map) => {
    const before = text(at(map, path));
    const after = before.replace(from, to);
    if (after === before) throw new Error(`nothing to replace in ${path}`);
    map.set(path, encode(after));
  };

/** Makes the manifests fit again, as someone would who wants to hide what was done. */
export const covered =
  (harm: Harm): Harm =>
  (map) => {
    harm(map);
    for (const [prefix, isOwn] of [
      ['manifest', (path: string) => path.startsWith('data/')],
      ['tagmanifest', (path: string) => !path.startsWith('data/') && !path.startsWith('tagmanifest')],
    ] as const)
      for (const algorithm of ALGORITHMS) {
        const own = [...map].filter(([path]) => isOwn(path));
        const digests = new Map(own.map(([path, bytes]) => [path, digestsOf(bytes)[algorithm]]));
        map.set(`${prefix}-${algorithm}.txt`, encode(writeManifest(digests)));
      }
    const payload = [...map].filter(([path]) => path.startsWith('data/'));
    const oxum = `${payload.reduce((sum, [, { length }]) => sum + length, 0)}.${payload.length}`;
    const info = text(at(map, 'bag-info.txt')).replace(/Payload-Oxum: .*/, `Payload-Oxum: ${oxum}`);
    map.set('bag-info.txt', encode(info));
    for (const algorithm of ALGORITHMS) {
      const tags = [...map].filter(([path]) => !path.startsWith('data/') && !path.startsWith('tagmanifest'));
      const digests = new Map(tags.map(([path, bytes]) => [path, digestsOf(bytes)[algorithm]]));
      map.set(tagManifestName(algorithm), encode(writeManifest(digests)));
    }
  };

/** What is done to a package, and the finding that must name it. */
// prettier-ignore
export const HARMS: readonly (readonly [what: string, harm: Harm, code: string, path: string])[] = [
  ['a bit in a PDF', flip(PDF, 200), 'FILE-CHANGED', PDF],
  ['the last byte of a PDF', flip(PDF, -1), 'FILE-CHANGED', PDF],
  ['a bit in a DOCX', flip(DOCX, 5000), 'FILE-CHANGED', DOCX],
  ['the first byte of a source', flip(SOURCE, 0), 'FILE-CHANGED', SOURCE],
  ['a truncated PDF', cut(PDF, 0.5), 'FILE-CHANGED', PDF],
  ['a truncated PDF does not open', cut(PDF, 0.9), 'PDF-BROKEN', PDF],
  ['a truncated DOCX', cut(DOCX, 0.7), 'DOCX-BROKEN', DOCX],
  ['an emptied source', cut(SOURCE, 0), 'FILE-CHANGED', SOURCE],
  ['a removed PDF', remove(PDF), 'FILE-MISSING', PDF],
  ['a removed source', remove(SOURCE), 'FILE-MISSING', SOURCE],
  ['a renamed PDF', rename(PDF, 'data/0001/方案.pdf'), 'FILE-RENAMED', PDF],
  ['a file moved elsewhere', rename(DOCX, 'data/0002/实施方案.docx'), 'FILE-RENAMED', DOCX],
  ['two swapped PDFs', swap(PDF, OTHER), 'FILE-SWAPPED', PDF],
  ['one PDF over another', (map: Map<string, Uint8Array>): void => void map.set(PDF, at(map, OTHER)), 'FILE-SWAPPED', PDF],
  ['an added document', add('data/0003/补充.md'), 'FILE-ADDED', 'data/0003/补充.md'],
  ['an added hidden file', add('data/.hidden'), 'FILE-ADDED', 'data/.hidden'],
  ['a copy of a document', (map: Map<string, Uint8Array>): void => void map.set('data/0001/副本.pdf', at(map, PDF)), 'FILE-ADDED', 'data/0001/副本.pdf'],
  ['a file beside the payload', add('说明.txt'), 'FILE-ADDED', '说明.txt'],
  ['a system file', add('Thumbs.db'), 'FILE-FOREIGN', 'Thumbs.db'],
  ['no bagit.txt', remove('bagit.txt'), 'BAGIT-MISSING', 'bagit.txt'],
  ['another BagIt version', edit('bagit.txt', '1.0', '0.97'), 'BAGIT-DECLARATION', 'bagit.txt'],
  ['no SHA-256 manifest', remove('manifest-sha256.txt'), 'MANIFEST-MISSING', 'manifest-sha256.txt'],
  ['no SHA-512 manifest', remove('manifest-sha512.txt'), 'MANIFEST-MISSING', 'manifest-sha512.txt'],
  ['no tag manifest', remove('tagmanifest-sha512.txt'), 'MANIFEST-MISSING', 'tagmanifest-sha512.txt'],
  ['a line out of one manifest', edit('manifest-sha256.txt', /^.*实施方案\.pdf\n/m, ''), 'MANIFEST-GAP', 'manifest-sha256.txt'],
  ['a digest edited in one manifest', edit('manifest-sha256.txt', /^.{8}/, '00000000'), 'FILE-CHANGED', 'manifest-sha256.txt'],
  ['a line twice', edit('manifest-sha512.txt', /^(.*\n)/, '$1$1'), 'MANIFEST-TWICE', 'manifest-sha512.txt'],
  ['a line that says nothing', edit('manifest-sha512.txt', /$/, 'garbage\n'), 'MANIFEST-LINE', 'manifest-sha512.txt'],
  ['a tag file in the payload manifest', edit('manifest-sha256.txt', /$/, `${'a'.repeat(64)}  bagit.txt\n`), 'MANIFEST-STRAY', 'manifest-sha256.txt'],
  ['a path out of the package listed', edit('manifest-sha256.txt', /$/, `${'a'.repeat(64)}  data/../../etc/passwd\n`), 'FILE-MISSING', 'data/../../etc/passwd'],
  ['another date of packing', edit('bag-info.txt', DATE, '2027-06-01'), 'HEAD-DIFFERS', 'bag-info.txt'],
  ['a date that no calendar has', edit('bag-info.txt', DATE, '2027-02-30'), 'BAGGING-DATE', 'bag-info.txt'],
  ['another identifier', edit('bag-info.txt', /shuxiang-2027/, 'shuxiang-2028'), 'HEAD-DIFFERS', 'bag-info.txt'],
  ['another count of bytes', edit('bag-info.txt', /Payload-Oxum: \d/, 'Payload-Oxum: 9'), 'OXUM', 'bag-info.txt'],
  ['files to be fetched', add('fetch.txt', 'http://example.org/a 1 data/a\n'), 'FETCH', 'fetch.txt'],
  ['a path that climbs out', add('data/../../evil.md'), 'PATH-UNSAFE', 'data/../../evil.md'],
  ['an absolute path', add('/etc/cron.d/evil'), 'PATH-UNSAFE', '/etc/cron.d/evil'],
  ['a path to a home', add('~/evil'), 'PATH-UNSAFE', '~/evil'],
  ['a Windows path', add('C:\\evil.md'), 'PATH-UNSAFE', 'C:\\evil.md'],
  ['a device name', add('data/con.txt'), 'PATH-UNSAFE', 'data/con.txt'],
  ['a name that reads backwards', add('data/\u202Efdp.exe'), 'PATH-UNSAFE', 'data/\u202Efdp.exe'],
  ['a name that differs in case', add('data/0001/原稿/PLAN.md'), 'NAME-COLLISION', 'data/0001/原稿/PLAN.md'],
  ['no metadata', remove(METADATA), 'METADATA-MISSING', METADATA],
  ['no index page', remove('index.html'), 'INDEX-MISSING', 'index.html'],
  // From here on the manifests are made to fit, so that the bag as such is valid.
  ['covered: another title', covered(edit(METADATA, /<题名>.*?<\/题名>/, '<题名>另一个题名</题名>')), 'CLAIM-DIFFERS', PDF],
  ['covered: another date', covered(edit(METADATA, '<日期>2027-03-01</日期>', '<日期>2027-02-01</日期>')), 'CLAIM-DIFFERS', PDF],
  ['covered: a date after the filing', covered(edit(METADATA, '<日期>2027-03-01</日期>', '<日期>2027-12-01</日期>')), 'DATE-IMPLAUSIBLE', METADATA],
  ['covered: an impossible date', covered(edit(METADATA, '<日期>2027-03-01</日期>', '<日期>2027-02-30</日期>')), 'METADATA-SCHEMA', METADATA],
  ['covered: a gap in the numbers', covered(edit(METADATA, '<序号>2</序号>', '<序号>3</序号>')), 'NUMBER-BROKEN', METADATA],
  ['covered: one identifier twice', covered(edit(METADATA, 'dongmen.survey.v1</电子文件号>', 'dongmen.plan.v1</电子文件号>')), 'NUMBER-TWICE', METADATA],
  ['covered: a period that does not exist', covered(edit(METADATA, '<年度>', '<保管期限>25年</保管期限><年度>')), 'METADATA-SCHEMA', METADATA],
  ['covered: an obligatory field gone', covered(edit(METADATA, /<文种>.*?<\/文种>\s*/, '')), 'METADATA-SCHEMA', METADATA],
  ['covered: a field that nobody knows', covered(edit(METADATA, '<序号>1</序号>', '<序号>1</序号><备注>无</备注>')), 'METADATA-SCHEMA', METADATA],
  ['covered: broken markup', covered(edit(METADATA, '</归档包元数据>', '')), 'METADATA-UNREADABLE', METADATA],
  ['covered: a document type', covered(edit(METADATA, '?>', '?><!DOCTYPE a [<!ENTITY b "c">]>')), 'METADATA-UNREADABLE', METADATA],
  ['covered: another size', covered(edit(METADATA, /<大小>\d+<\/大小>/, '<大小>1</大小>')), 'FILE-ATTRIBUTE', 'data/备案报告.pdf'],
  ['covered: another count of items', covered(edit(METADATA, '<件数>2</件数>', '<件数>3</件数>')), 'COUNT-DIFFERS', METADATA],
  ['covered: a document the metadata does not know', covered(add('data/0003/补充.md')), 'FILE-UNDESCRIBED', 'data/0003/补充.md'],
  ['covered: a document less', covered(remove(SOURCE)), 'FILE-ATTRIBUTE', SOURCE],
  ['covered: two swapped PDFs', covered(swap(PDF, OTHER)), 'FILE-ATTRIBUTE', PDF],
  ['covered: a line out of the catalogue', covered(edit('data/归档文件目录.csv', /^1,.*\r\n/m, '')), 'CATALOGUE-DIFFERS', 'data/归档文件目录.csv'],
  ['covered: a title in the catalogue', covered(edit('data/归档文件目录.csv', '20270301', '20270302')), 'CATALOGUE-DIFFERS', 'data/归档文件目录.csv'],
  ['covered: a title gone from the page', covered(edit('index.html', /青禾镇东门中心小学[^<]*实施方案/g, '某方案')), 'INDEX-DIFFERS', 'index.html'],
  ['covered: a script in the page', covered(edit('index.html', '</body>', '<script>alert(1)</script></body>')), 'ACTIVE-CONTENT', 'index.html'],
  ['covered: another schema', covered(edit('metadata/metadata.xsd', '永久', '永远')), 'SCHEMA-FOREIGN', 'metadata/metadata.xsd'],
  ['covered: a program', covered(add('data/0001/附件/工具.pdf', Uint8Array.of(0x4d, 0x5a, 0x90, 0))), 'PROGRAM', 'data/0001/附件/工具.pdf'],
  ['covered: text under the name of a PDF', covered((map) => map.set(PDF, encode('不是 PDF'))), 'PDF-BROKEN', PDF],
  ['covered: a PDF with a script', covered(edit(PDF, '/Size 5', '/JavaScript 9 0 R /Size 5')), 'ACTIVE-CONTENT', PDF],
  ['covered: a PDF that does not claim PDF/A', covered(edit(PDF, /<pdfaid:part>2<\/pdfaid:part>/, '<pdfaid:rest>2</pdfaid:rest>')), 'PDFA-UNCLAIMED', PDF],
  ['covered: a PDF with a password', covered(edit(PDF, '/Size 5', '/Encrypt 9 0 R /Size 5')), 'ENCRYPTED', PDF],
];

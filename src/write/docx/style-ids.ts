/** Ids of the named styles; the names a typist sees stand in `paragraph-styles.ts`. */
export const styleIds = {
  normal: 'Normal',
  body: 'OfficialBody',
  flush: 'OfficialFlush',
  centre: 'OfficialCentre',
  right: 'OfficialRight',
  editorNote: 'EditorNote',
  quote: 'Quote',
  title: 'Title',
  articleTitle: 'ArticleTitle',
  recipients: 'Recipients',
  copyNumber: 'CopyNumber',
  classification: 'Classification',
  mark: 'IssuingMark',
  issueNumber: 'IssueNumber',
  upwardNumber: 'UpwardNumber',
  issuer: 'Issuer',
  redRule: 'RedRule',
  draftLine: 'DraftLine',
  attachmentList: 'AttachmentList',
  attachmentLabel: 'AttachmentLabel',
  organ: 'SignOffOrgan',
  date: 'SignOffDate',
  remark: 'Remark',
  caption: 'Caption',
  tableTightHead: 'TableTightHead',
  tableHead: 'TableHead',
  tableText: 'TableText',
  tableCentre: 'TableTextCentre',
  tableRight: 'TableTextRight',
  picture: 'Picture',
  colophon: 'Colophon',
  colophonIssue: 'ColophonIssue',
  colophonRun: 'ColophonRun',
  outerRule: 'ColophonOuterRule',
  innerRule: 'ColophonInnerRule',
  footer: 'Footer',
  oddNumber: 'OddPageNumber',
  evenNumber: 'EvenPageNumber',
  hairline: 'Hairline',
  strong: 'Strong',
  emphasis: 'Emphasis',
  missing: 'Missing',
  signer: 'Signer',
  table: 'OfficialTable',
} as const;

export type StyleId = (typeof styleIds)[keyof typeof styleIds];

const headingIds = ['Heading1', 'Heading2', 'Heading3', 'Heading4'] as const;

export function headingStyleId(level: 1 | 2 | 3 | 4): (typeof headingIds)[number] {
  return headingIds[level - 1] ?? 'Heading4';
}

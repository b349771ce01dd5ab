/** 归档章: the six cells that give the place of a document in the archive (DA/T 22-2015, 5.4). */
export interface ArchiveStamp {
  /** 全宗号 */
  readonly fondsNo: string;
  /** 年度, four digits */
  readonly year: string;
  /** 件号 */
  readonly itemNo: string;
  /** 机构或问题 */
  readonly department: string;
  /** 保管期限 */
  readonly retention: string;
  /** 页数 */
  readonly pages: number;
}

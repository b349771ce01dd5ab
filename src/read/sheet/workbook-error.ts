/** A workbook that cannot be read. The message is the reason, in Chinese. */
export class WorkbookError extends Error {}

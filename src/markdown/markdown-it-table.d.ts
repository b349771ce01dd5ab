/** The rule that reads tables, which the package's published types leave out. */
declare module 'markdown-it/lib/rules_block/table.mjs' {
  import type { RuleBlock } from 'markdown-it/lib/parser_block.mjs';
  const table: RuleBlock;
  export default table;
}

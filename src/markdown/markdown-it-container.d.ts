/** The package's published types describe its CommonJS form only. */
declare module 'markdown-it-container' {
  import type MarkdownIt from 'markdown-it';
  export default function container(parser: MarkdownIt, name: string): void;
}

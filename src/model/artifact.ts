/** One entry of `out/manifest.json`: a written file and the document in it. Paths are relative to the out folder. */
export interface Artifact {
  readonly path: string;
  readonly mediaType: string;
  readonly bytes: number;
  readonly sha256: string;
  readonly kind: string;
  readonly unit: string;
  readonly status: string;
  /** Pages of the PDF; 0 where they were not counted. */
  readonly pages: number;
}

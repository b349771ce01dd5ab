/** A text file of the workspace. `path` is relative to the workspace, with `/` as separator. */
export interface Source {
  readonly path: string;
  readonly text: string;
}

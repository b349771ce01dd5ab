import { charactersOf } from '../../layout/characters.js';
import { collectDiagnostics } from '../../model/diagnostic.js';
import type { Diagnostic } from '../../model/diagnostic.js';
import type { Doc } from '../../model/doc.js';
import { IoError } from '../../model/ports.js';
import type { FaceTable, Printer } from '../../model/ports.js';
import type { Entry, Project } from '../../model/project.js';
import type { Style } from '../../model/style.js';
import type { WriterTools } from '../../formats/format.js';
import { assignFaces } from '../build/glyph-coverage.js';
import type { Toolchain } from '../../model/ports.js';
import type { Render, Rendered, RenderStamps } from './filing-ports.js';
import { stampCharacters } from './archive-stamps.js';
import { FILED_FORMATS } from './filed-formats.js';

/** Writes the documents of a package itself with the writers of all documents. Close it after use. */
export interface Renderer {
  readonly render: Render;
  readonly renderStamps: RenderStamps;
  close(): Promise<void>;
}

/** The browser starts with the first document and stays open while the faces stay the same. */
export function createRenderer(project: Project, style: Style, toolchain: Toolchain): Renderer {
  let printer: Printer | null = null;
  let openedFor = '';
  const printerFor = async (tables: readonly FaceTable[]): Promise<Printer> => {
    const key = JSON.stringify(tables);
    if (printer && key === openedFor) return printer;
    await printer?.close();
    printer = await toolchain.openPrinter();
    openedFor = key;
    return printer;
  };
  return {
    render: async (docs, entry) => {
      const tables = await facesFor(docs, entry, project, toolchain);
      const open = await printerFor(tables);
      const tools = { printer: () => Promise.resolve(open), rasterise: toolchain.rasterise };
      return Promise.all(docs.map((doc, index) => write(doc, style, tables[index] as FaceTable, tools)));
    },
    renderStamps: async (stamps, entry) => {
      const [faces] = await facesFor([stampCharacters(stamps)], entry, project, toolchain);
      const { writeStamps } = await import('../../formats/html/archive-stamp.js');
      const printed = await (
        await printerFor(faces ? [faces] : [])
      ).print(writeStamps(stamps, style, faces as FaceTable));
      return printed.pdf;
    },
    close: async () => printer?.close(),
  };
}

/** Faces with all characters of the documents. Throws `IoError` if the machine has none. */
async function facesFor(
  docs: readonly Doc[],
  entry: Entry,
  project: Project,
  toolchain: Toolchain,
): Promise<readonly FaceTable[]> {
  const sink: Diagnostic[] = [];
  const faces = collectDiagnostics(sink, await toolchain.findFaces(charactersOf(docs)));
  const assigned = faces
    ? collectDiagnostics(
        sink,
        assignFaces(
          docs.map((doc) => ({ entry, doc: () => doc })),
          faces,
          project,
        ),
      )
    : [];
  const tables = assigned.filter((table) => table !== null);
  if (tables.length === docs.length) return tables;
  const message = sink.find(({ severity }) => severity === 'error')?.message ?? '缺少印制用的字体';
  throw new IoError(entry.source.path, `备案报告和目录印不出来：${message}。`);
}

function write(doc: Doc, style: Style, faces: FaceTable, tools: WriterTools): Promise<readonly Rendered[]> {
  return Promise.all(
    FILED_FORMATS.map(async (format): Promise<Rendered> => {
      const { bytes } = await format.write({ doc, style, faces, images: new Map() }, tools);
      return { format, bytes };
    }),
  );
}

import type { Format } from '../../formats/format.js';
import { collectDiagnostics, distinctDiagnostics } from '../../model/diagnostic.js';
import type { Diagnostic } from '../../model/diagnostic.js';
import type { Disk } from '../../model/ports.js';
import { isClassified } from '../../model/project.js';
import type { Project } from '../../model/project.js';
import { styles } from '../../layout/styles.js';
import { allCharacters, composeDocuments } from '../build/composed-document.js';
import { Store } from '../cache/store.js';
import type { Toolchain } from '../../model/ports.js';
import { volumeFormats, volumePath } from './volume-plan.js';
import type { VolumePlan } from './volume-plan.js';
import { prepareVolumes, volumesToPrint } from './prepare.js';
import { toVolumeInput } from './volume-input.js';
import { chooseEntries } from './members.js';

/** The result of binding a volume from the command line. */
export interface BindResult {
  readonly diagnostics: readonly Diagnostic[];
  /** The files that were written, relative to the out folder; empty if the volume was not bound. */
  readonly paths: readonly string[];
  readonly documents: number;
  readonly pages: number;
  /** False if the machine has no browser or no faces for printing. */
  readonly equipped: boolean;
}

/** Binds one volume and writes its files. `findings` are those of reading and checking. */
export async function bindSelection(
  plan: VolumePlan,
  project: Project,
  findings: readonly Diagnostic[],
  disks: { readonly disk: Disk; readonly out: Disk },
  toolchain: Toolchain,
  formats: readonly Format[],
): Promise<BindResult> {
  const sink: Diagnostic[] = [];
  const emptyResult = { paths: [], documents: 0, pages: 0 };
  const unclassified = chooseEntries(project, plan).filter(({ entry }) => !isClassified(entry));
  const documents = composeDocuments(
    project,
    unclassified.map(({ entry }) => entry),
    new Store(disks.out, toolchain.version),
    sink,
  );
  const prepared = prepareVolumes([plan], project, findings, { documents, compose: () => null }, sink);
  if (prepared.length === 0) return { ...emptyResult, diagnostics: distinctDiagnostics(sink), equipped: true };
  const faces = collectDiagnostics(
    sink,
    await toolchain.findFaces(allCharacters(prepared.flatMap(({ characterSets }) => characterSets))),
  );
  if (faces === null) return { ...emptyResult, diagnostics: distinctDiagnostics(sink), equipped: false };
  const [task] = volumesToPrint(prepared, faces, project, sink);
  if (task === undefined) return { ...emptyResult, diagnostics: distinctDiagnostics(sink), equipped: true };
  const style = styles[project.campaign.layout.geometry];
  const printer = await toolchain.openPrinter();
  try {
    const tools = { printer: () => Promise.resolve(printer), rasterise: toolchain.rasterise };
    const input = await toVolumeInput(task, style, { disk: disks.disk, ...tools });
    const paths: string[] = [];
    for (const format of volumeFormats(formats)) {
      const path = volumePath(plan.stem, format);
      await disks.out.write(path, (await format.writeVolume(input, tools)).bytes);
      paths.push(path);
    }
    const documents = task.prepared.members.length;
    return {
      diagnostics: distinctDiagnostics(sink),
      paths,
      documents,
      pages: (await input.print()).pages,
      equipped: true,
    };
  } finally {
    await printer.close();
  }
}

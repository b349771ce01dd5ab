// Files the tiny campaign once, as a process of its own that can be killed at any moment. Arguments: folder, dist.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { deserialize } from 'node:v8';

const [folder, dist] = process.argv.slice(2);
const from = (path) => import(pathToFileURL(join(dist, path)).href);
const { fileProject } = await from('app/filing/file-documents.js');
const { FILED_FORMATS } = await from('app/filing/filed-formats.js');
const { openDisk } = await from('host/disk.js');
const { openArchiveStore } = await from('host/archive-store.js');

const disk = await openDisk(folder);
// The project and what the browser would print are read ready-made: reading and drawing are not what is tried here.
const { campaignFile, units, entries, volumes, ...rest } = deserialize(readFileSync(join(folder, 'project.bin')));
const asked = ({ places, sections, facts, ...file }) => {
  return { ...file, places: () => places, sections: () => sections, facts: () => facts };
};
const project = {
  ...rest,
  campaignFile: asked(campaignFile),
  units: units.map(asked),
  entries: entries.map(asked),
  volumes: volumes.map(asked),
};
const rendered = FILED_FORMATS.map((format) => ({
  format,
  bytes: readFileSync(join(folder, `cover.${format.extension}`)),
}));
const ports = {
  disk,
  out: await openDisk(join(folder, 'out')),
  archive: await openArchiveStore(join(folder, 'archive')),
  renderStamps: () => Promise.reject(new Error('no stamps')),
  render: (docs) => Promise.resolve(docs.map(() => rendered)),
  today: () => '2027-06-12',
  signingKey: '',
};
const options = {
  units: [],
  kinds: ['plan', 'survey'],
  shard: null,
  all: true,
  batch: false,
  to: '',
  on: '2027-06-12',
};
process.stdout.write('ready\n');
const result = await fileProject(project, ports, options);
process.stdout.write(
  `${JSON.stringify({ filed: result.filed.length, known: result.alreadyFiled.length, failed: result.failed })}\n`,
);

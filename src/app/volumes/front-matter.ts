import type { Block } from '../../model/block.js';
import type { Doc } from '../../model/doc.js';
import type { Volume } from '../../model/volume.js';

/** Cover, preface and contents of a volume as a document. It is used only to find their characters and faces. */
export function frontMatterOf({ properties, cover, preface, groups }: Volume): Doc {
  const text = (value: string): Block => ({
    kind: 'paragraph',
    role: 'body',
    inlines: [{ kind: 'text', text: value }],
  });
  const group = (title: string): Block => ({
    kind: 'heading',
    level: 1,
    number: '',
    inlines: [{ kind: 'text', text: title }],
  });
  const contents = groups.flatMap(({ title, parts }) => [
    group(title),
    ...parts.flatMap((part) => [text(part.title), text(part.source)]),
  ]);
  return {
    properties,
    head: { kind: 'plain', copyNumber: '', classification: '', urgency: '', line: cover.line },
    title: [...cover.title, '目录'],
    recipients: [],
    blocks: [...cover.organ.map(text), text(cover.date), text('0123456789'), ...preface, ...contents],
    attachments: [],
    attendance: [],
    signOff: null,
    note: '',
    foot: { kind: 'none' },
  };
}

import type { Diagnostic } from '../../model/diagnostic.js';
import type { Act } from '../metadata/shape.js';
import type { LifeEvent } from './event.js';

/** Acts of which at least one must precede an act on the same version. */
const PREREQUISITES: Partial<Readonly<Record<Act, readonly Act[]>>> = {
  接收: ['报送', '备案'],
  退回: ['送审', '报送', '备案'],
};

/** Reports contradictions between the events: an answer without a submission, or a gap between versions. */
export function checkOrder(events: readonly LifeEvent[], path: string): readonly Diagnostic[] {
  return [...events.flatMap((event) => orderFault(event, events, path)), ...versionGaps(events, path)];
}

function orderFault(event: LifeEvent, events: readonly LifeEvent[], path: string): readonly Diagnostic[] {
  const needed = PREREQUISITES[event.act];
  const same = events.filter(({ document, version }) => document === event.document && version === event.version);
  const subject = `${event.document} 第${event.version}版`;
  if (needed && !same.some(({ act, date }) => needed.includes(act) && date <= event.date))
    return [fault(path, `${subject}在 ${event.date} ${event.act}，之前却没有${needed.join('或')}`)];
  const returned = same.find(({ act, date }) => act === '退回' && date < event.date);
  if (returned && event.act !== '替代')
    return [fault(path, `${subject}已在 ${returned.date} 退回，不能再在 ${event.date} ${event.act}；重写的算下一版`)];
  return [];
}

function versionGaps(events: readonly LifeEvent[], path: string): readonly Diagnostic[] {
  const documents = [...new Set(events.map(({ document }) => document))];
  return documents.flatMap((document) => {
    const versions = new Set(events.filter((event) => event.document === document).map(({ version }) => version));
    const last = Math.max(...versions);
    const gap = Array.from({ length: last }, (_, index) => index + 1).find((version) => !versions.has(version));
    return gap === undefined || last === 1 || versions.size === 1
      ? []
      : [fault(path, `${document} 有第${last}版，没有第${gap}版`)];
  });
}

function fault(path: string, message: string): Diagnostic {
  return { code: 'LIFE-ORDER', severity: 'error', message, span: { path, start: 0, end: 0 } };
}

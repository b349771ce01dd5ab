import { isCalendarDate } from '../../campaign/dates.js';
import type { XmlNode } from '../xml/node.js';
import { isDomain } from './schema.js';
import { NAMESPACE, ROOT } from './shape.js';
import type { Domain, Shape } from './shape.js';

export interface MetadataFault {
  /** The path of the element, such as 文件[2]/内容描述/题名. */
  readonly place: string;
  readonly message: string;
  /** True if a required element is missing; false if an element is invalid. */
  readonly missing: boolean;
}

/** All violations of the schema in a metadata document, in document order. */
export function validateMetadata(root: XmlNode): readonly MetadataFault[] {
  if (root.name !== ROOT.name) return [fault('', `根元素是“${root.name}”，应为“${ROOT.name}”`)];
  const space = root.attributes['xmlns'] ?? '';
  const foreign = space === NAMESPACE ? [] : [fault('', `命名空间是“${space}”，应为“${NAMESPACE}”`)];
  return [...foreign, ...inspect(root, ROOT, ROOT.name)];
}

function inspect(node: XmlNode, shape: Shape, place: string): readonly MetadataFault[] {
  if (isDomain(shape.content)) {
    if (node.children.length > 0) return [fault(place, '应为文字，却含有别的元素')];
    const message = domainFault(node.text, shape.content);
    return message === '' ? [] : [fault(place, message)];
  }
  const stray = node.text.trim() === '' ? [] : [fault(place, '应只含元素，却有文字')];
  return [...stray, ...inspectSequence(node, shape.content, place)];
}

/** Validates child elements in schema order. An unexpected element is reported and skipped. */
function inspectSequence(node: XmlNode, shapes: readonly Shape[], place: string): readonly MetadataFault[] {
  const faults: MetadataFault[] = [];
  const rest = [...node.children];
  for (const shape of shapes) {
    while (rest[0] && !isExpected(rest[0], shape, shapes)) faults.push(unexpected(rest.shift() as XmlNode, place));
    const end = rest.findIndex(({ name }) => name !== shape.name);
    const matching = rest.splice(0, end < 0 ? rest.length : end);
    faults.push(
      ...matching.flatMap((child, index) =>
        inspect(child, shape, `${place}/${shape.name}${positionSuffix(shape, index)}`),
      ),
    );
    faults.push(...inspectCount(shape, matching.length, place));
  }
  return [...faults, ...rest.map((child) => unexpected(child, place))];
}

function unexpected({ name }: XmlNode, place: string): MetadataFault {
  return fault(`${place}/${name}`, '这里不该有这一项');
}

function positionSuffix({ occurs }: Shape, index: number): string {
  return occurs === '1' || occurs === '?' ? '' : `[${index + 1}]`;
}

function inspectCount({ name, occurs }: Shape, count: number, place: string): readonly MetadataFault[] {
  if (count === 0 && (occurs === '1' || occurs === '+')) return [fault(`${place}/${name}`, '缺这一项', true)];
  if (count > 1 && (occurs === '1' || occurs === '?'))
    return [fault(`${place}/${name}`, `只能有一项，却有 ${count} 项`)];
  return [];
}

/** Whether an element matches the current shape or a later one. */
function isExpected(child: XmlNode, shape: Shape, shapes: readonly Shape[]): boolean {
  return shapes.slice(shapes.indexOf(shape)).some(({ name }) => name === child.name);
}

function domainFault(text: string, domain: Domain): string {
  switch (domain.kind) {
    case 'text':
      return textFault(text, domain.max);
    case 'date':
      return isCalendarDate(text) ? '' : `“${brief(text)}”不是日历上有的日期`;
    case 'integer':
      return /^\d{1,15}$/.test(text) && Number(text) >= domain.min
        ? ''
        : `“${brief(text)}”应为不小于 ${domain.min} 的整数`;
    case 'pattern':
      return new RegExp(`^(?:${domain.pattern})$`).test(text) ? '' : `“${brief(text)}”应为${domain.label}`;
    case 'words':
      return domain.words.includes(text) ? '' : `“${brief(text)}”应为其中之一：${domain.words.join('、')}`;
  }
}

function textFault(text: string, max: number): string {
  if (text.trim() === '') return '是空的';
  if ([...text].length > max) return `有 ${[...text].length} 个字，最多 ${max} 个`;

  return /[\u0000-\u0008\u000B-\u001F\uFFFD]/.test(text) ? '含有控制字符或乱码' : '';
}

function brief(text: string): string {
  return [...text].slice(0, 40).join('');
}

function fault(place: string, message: string, missing = false): MetadataFault {
  return { place, message, missing };
}

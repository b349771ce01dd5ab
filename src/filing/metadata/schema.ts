import type { XmlNode } from '../xml/node.js';
import { writeXml } from '../xml/write.js';
import { NAMESPACE, ROOT } from './shape.js';
import type { Domain, Occurs, Shape } from './shape.js';

/** Writes the XML Schema 1.0 of `metadata.xml`, for external validators. */
export function metadataSchema(): string {
  const attributes = {
    'xmlns:xs': 'http://www.w3.org/2001/XMLSchema',
    targetNamespace: NAMESPACE,
    elementFormDefault: 'qualified',
  };
  return writeXml(node('schema', attributes, [elementOf(ROOT, true)]));
}

const OCCURRENCE_ATTRIBUTES: Readonly<Record<Occurs, Readonly<Record<string, string>>>> = {
  '1': {},
  '?': { minOccurs: '0' },
  '*': { minOccurs: '0', maxOccurs: 'unbounded' },
  '+': { maxOccurs: 'unbounded' },
};

function elementOf(shape: Shape, root = false): XmlNode {
  const attributes = { name: shape.name, ...(root ? {} : OCCURRENCE_ATTRIBUTES[shape.occurs]) };
  const type = isDomain(shape.content)
    ? node('simpleType', {}, [restriction(shape.content)])
    : node('complexType', {}, [
        node(
          'sequence',
          {},
          shape.content.map((child) => elementOf(child)),
        ),
      ]);
  return node('element', attributes, [type]);
}

export function isDomain(content: Shape['content']): content is Domain {
  return !Array.isArray(content);
}

function restriction(domain: Domain): XmlNode {
  const facet = (name: string, value: string | number): XmlNode => node(name, { value: String(value) });
  switch (domain.kind) {
    case 'text':
      return node('restriction', { base: 'xs:string' }, [facet('minLength', 1), facet('maxLength', domain.max)]);
    case 'date':
      return node('restriction', { base: 'xs:date' }, [facet('pattern', '[0-9]{4}-[0-9]{2}-[0-9]{2}')]);
    case 'integer':
      return node('restriction', { base: 'xs:integer' }, [facet('minInclusive', domain.min)]);
    case 'pattern':
      return node('restriction', { base: 'xs:string' }, [facet('pattern', domain.pattern)]);
    case 'words':
      return node(
        'restriction',
        { base: 'xs:string' },
        domain.words.map((word) => facet('enumeration', word)),
      );
  }
}

function node(name: string, attributes: Readonly<Record<string, string>>, children: readonly XmlNode[] = []): XmlNode {
  return { name: `xs:${name}`, attributes, text: '', children };
}

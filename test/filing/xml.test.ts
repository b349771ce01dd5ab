import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { branch, leaf } from '../../src/filing/xml/node.js';
import { readXml, XmlError } from '../../src/filing/xml/read.js';
import { writeXml } from '../../src/filing/xml/write.js';

const legal = fc
  .string({ unit: 'grapheme', minLength: 1 })
  .filter((text) => /^[\u0020-\uD7FF\uE000-\uFFFC]+$/.test(text));

describe('XML', () => {
  it('reads what it writes', () => {
    fc.assert(
      fc.property(fc.array(legal, { minLength: 1 }), (texts) => {
        const root = branch(
          '根',
          texts.map((text) => leaf('项', text)),
        );
        expect(readXml(writeXml(root)).children.map(({ text }) => text)).toEqual(texts);
      }),
    );
  });

  it.each([
    ['<a>', '没有结束'],
    ['<a></b>', '没有对应的开头'],
    ['<a b=c></a>', '属性写得不对'],
    ['<a>&b;</a>', '不是合法的写法'],
    ['<a/><b/>', '只有一个根元素'],
    ['<!DOCTYPE a><a/>', '文档类型声明'],
    ['<a><!-- ', '没有结束'],
    ['text', '根元素'],
  ])('refuses %s', (text, message) => {
    expect(() => readXml(text)).toThrow(message);
  });

  it('survives depth and nonsense', () => {
    expect(() => readXml('<a>'.repeat(100_000))).toThrow(XmlError);
    fc.assert(
      fc.property(fc.string(), (text) => {
        try {
          readXml(`<a>${text}</a>`);
        } catch (error) {
          expect(error).toBeInstanceOf(XmlError);
        }
      }),
    );
  });
});

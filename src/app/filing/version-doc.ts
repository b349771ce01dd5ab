import type { Doc, Foot, SignOff } from '../../model/doc.js';

/**
 * Parses the document of a frozen version, written by this program or an earlier version of it. Properties that did not
 * exist then get empty values. Frozen versions are never rewritten, so every new property of `Doc` needs a default
 * here.
 */
export function parseVersionDoc(text: string): Doc {
  const doc = JSON.parse(text) as Doc;
  const attendance = (doc as Partial<Doc>).attendance ?? [];
  return { ...doc, attendance, signOff: completeSignOff(doc.signOff), foot: completeFoot(doc.foot) };
}

function completeSignOff(signOff: SignOff | null): SignOff | null {
  return signOff?.kind === 'sealed' ? { ...{ seals: [] }, ...signOff } : signOff;
}

function completeFoot(foot: Foot): Foot {
  return foot.kind === 'colophon' ? { ...{ sendTo: [], evenPage: false }, ...foot } : foot;
}

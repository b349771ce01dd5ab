import type { Doc, Foot, SignOff } from '../../model/doc.js';

/**
 * Reads a document that was kept with its version, by this program or an earlier one: what no document could have then
 * is empty. A version is never rewritten, so this grows where `Doc` does.
 */
export function parseVersionDoc(text: string): Doc {
  const kept = JSON.parse(text) as Doc;
  const attendance = (kept as Partial<Doc>).attendance ?? [];
  return { ...kept, attendance, signOff: completeSignOff(kept.signOff), foot: completeFoot(kept.foot) };
}

function completeSignOff(signOff: SignOff | null): SignOff | null {
  return signOff?.kind === 'sealed' ? { ...{ seals: [] }, ...signOff } : signOff;
}

function completeFoot(foot: Foot): Foot {
  return foot.kind === 'colophon' ? { ...{ sendTo: [], evenPage: false }, ...foot } : foot;
}

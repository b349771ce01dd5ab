import { MISSING } from '../markdown/placeholders.js';
import type { Image } from '../model/block.js';
import { recordsAt, textAt } from '../model/data.js';
import type { Data } from '../model/data.js';
import { printDate } from '../campaign/dates.js';
import type { Signer, SignOff } from '../model/doc.js';
import { resolveBeside } from '../model/path.js';
import type { ComposeContext } from './compose-context.js';

/** Value of `sealing` for documents with printed seals and stamps. */
const ELECTRONIC = '电子';

/** 署名 or 签名章 and 成文日期 (7.3.5); null if the kind has none. */
export function signOffOf(context: ComposeContext, organs: readonly string[]): SignOff | null {
  const { kind, data } = context.entry;
  const issuedOn = textAt(data, 'issuedOn');
  const date = issuedOn === '' ? MISSING : printDate(issuedOn);
  switch (kind.signOff) {
    case 'none':
      return null;
    case 'sealed':
      return { kind: 'sealed', organs, seals: organs.map((organ) => sealOf(organ, context)), date };
    case 'unsealed':
      return { kind: 'unsealed', organs, date };
    case 'stamped':
      return { kind: 'stamped', signers: recordsAt(data, 'signatories').map((row) => signerOf(row, context)), date };
  }
}

/** Seals are drawn only if the document requests it, and never on a draft. */
function isElectronic({ entry }: ComposeContext): boolean {
  return !entry.draft && textAt(entry.data, 'sealing') === ELECTRONIC;
}

function sealOf(organ: string, context: ComposeContext): Image | null {
  if (!isElectronic(context)) return null;
  const { project, unit } = context;
  const { campaignFile } = project;
  const campaign = recordsAt(campaignFile.data, 'seals').find((seal) => textAt(seal, 'organ') === organ);
  if (campaign) return image(textAt(campaign, 'file'), campaignFile.source.path, `${organ}印章`);
  const owner = unit && [unit.data, ...recordsAt(unit.data, 'partners')].find((body) => isNamed(body, organ));
  return owner ? image(textAt(owner, 'seal'), unit.source.path, `${organ}印章`) : null;
}

function isNamed(body: Data, organ: string): boolean {
  return organ === textAt(body, 'fullName') || organ === textAt(body, 'mark') || organ === textAt(body, 'partyBody');
}

function signerOf(row: Data, context: ComposeContext): Signer {
  const name = textAt(row, 'name');
  const file = textAt(row, 'stamp');
  const stamp = isElectronic(context) ? image(file, context.entry.source.path, `${name}签名章`) : null;
  return { post: textAt(row, 'post'), name, stamp };
}

function image(file: string, from: string, alt: string): Image | null {
  return file === '' ? null : { kind: 'image', path: resolveBeside(from, file), alt };
}

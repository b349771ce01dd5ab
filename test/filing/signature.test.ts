import { generateKeyPairSync } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { signPackage, signatureFault } from '../../src/filing/signature.js';
import { readPublicKey, readSigningKey } from '../../src/host/signing-keys.js';
import { readReceipt, writeReceipt } from '../../src/filing/receipt.js';

function keys(type: 'ed25519' | 'x25519' = 'ed25519'): { readonly secret: string; readonly open: string } {
  const pair = type === 'ed25519' ? generateKeyPairSync('ed25519') : generateKeyPairSync('x25519');
  return {
    secret: pair.privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
    open: pair.publicKey.export({ type: 'spki', format: 'pem' }).toString(),
  };
}

describe('a signature', () => {
  const pair = keys();
  const secret = readSigningKey(pair.secret)!;
  const open = readPublicKey(pair.open);
  const signature = signPackage('a.v1', 'd'.repeat(64), secret);

  it('holds for its package and key, and for nothing else', () => {
    expect(signatureFault(signature, 'a.v1', 'd'.repeat(64), open)).toBe('');
    expect(signatureFault(signature, 'a.v1', 'e'.repeat(64), open)).toContain('签的不是这个包');
    expect(signatureFault(signature, 'a.v2', 'd'.repeat(64), open)).toContain('签的不是这个包');
    expect(signatureFault(signature, 'a.v1', 'd'.repeat(64), readPublicKey(keys().open))).toContain('与这把公钥不符');
    expect(signatureFault(signature.replaceAll('d', 'e'), 'a.v1', 'e'.repeat(64), open)).not.toBe('');
    expect(signatureFault('nonsense', 'a.v1', 'd'.repeat(64), open)).toContain('读不懂');
    const broken = signature.replace(/("签名": ")../, '$1\u00e9');
    expect(signatureFault(broken, 'a.v1', 'd'.repeat(64), open)).toContain('读不懂');
  });

  it('is the same for the same package, and takes no other kind of key', () => {
    expect(signPackage('a.v1', 'd'.repeat(64), secret)).toBe(signature);
    expect(readSigningKey(keys('x25519').secret)).toBeNull();
    expect(readSigningKey('no key')).toBeNull();
    expect(readPublicKey(keys('x25519').open)).toBeNull();
    expect(signatureFault(signature, 'a.v1', 'd'.repeat(64), null)).toContain('没有 Ed25519 公钥');
  });
});

describe('a receipt', () => {
  const receipt = {
    package: 'a.v1',
    digest: 'd'.repeat(64),
    result: '接收',
    organ: '上级',
    date: '2026-07-06',
    number: '',
    reason: '',
    items: 3,
    warnings: 0,
  } as const;

  it('is read as it was written, and not after a change', () => {
    expect(readReceipt(writeReceipt(receipt))).toEqual(receipt);
    expect(readReceipt(writeReceipt(receipt).replace('2026-07-06', '2026-07-05'))).toContain('被改动过');
    expect(readReceipt('{}')).toContain('不是备案回执');
    expect(readReceipt('')).toContain('不是备案回执');
    expect(readReceipt(writeReceipt({ ...receipt, date: '2026-02-30' }))).toContain('不全');
  });
});

import { createPrivateKey, createPublicKey, sign, verify } from 'node:crypto';
import type { KeyObject } from 'node:crypto';

/** A detached signature of one package. What is signed is the identifier and the digest, nothing else. */
interface Signature {
  readonly package: string;
  readonly digest: string;
  readonly signature: string;
}

const PURPOSE = 'hongtou package signature 1';

/**
 * Signs with an Ed25519 key in PEM (PKCS #8), such as OpenSSL makes. Null where the text holds no such key. The public key
 * goes along as base64 of its SPKI: for people to find the right one, never for trusting it, so that no one reads it here.
 */
export function signPackage(id: string, digest: string, pem: string): string | null {
  const secret = readKey(pem, createPrivateKey);
  if (!secret) return null;
  const key = createPublicKey(secret).export({ type: 'spki', format: 'der' }).toString('base64');
  const signature = sign(null, message(id, digest), secret).toString('base64');
  return `${JSON.stringify({ 算法: 'Ed25519', 包: id, 包摘要: digest, 公钥: key, 签名: signature }, null, 2)}\n`;
}

/** Why a signature does not hold for a package and a public key in PEM, in Chinese; empty where it does. */
export function signatureFault(text: string, id: string, digest: string, pem: string): string {
  const key = readKey(pem, createPublicKey);
  if (!key) return '公钥文件里没有 Ed25519 公钥（PEM）';
  const signature = readSignature(text);
  if (!signature) return '签名文件读不懂';
  if (signature.package !== id || signature.digest !== digest) return '签的不是这个包，或者包在签名以后变了';
  return verify(null, message(id, digest), key, Buffer.from(signature.signature, 'base64'))
    ? ''
    : '签名与这把公钥不符：不是这把钥匙签的，或者签名被改动过';
}

function message(id: string, digest: string): Buffer {
  return Buffer.from(`${PURPOSE}\n${id}\n${digest}\n`);
}

function readKey(pem: string, create: (pem: string) => KeyObject): KeyObject | null {
  try {
    const key = create(pem);
    return key.asymmetricKeyType === 'ed25519' ? key : null;
  } catch {
    return null;
  }
}

function readSignature(text: string): Signature | null {
  try {
    const data = JSON.parse(text) as Readonly<Record<string, unknown>> | null;
    const at = (label: string): string => (typeof data?.[label] === 'string' ? data[label] : '');
    return { package: at('包'), digest: at('包摘要'), signature: at('签名') };
  } catch {
    return null;
  }
}

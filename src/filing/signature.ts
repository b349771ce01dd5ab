import { createPrivateKey, createPublicKey, sign, verify } from 'node:crypto';
import type { KeyObject } from 'node:crypto';

/** A detached signature of one package. It signs the package's identifier and digest. */
interface Signature {
  readonly package: string;
  readonly digest: string;
  readonly signature: string;
}

const PURPOSE = 'hongtou package signature 1';

/**
 * Signs with an Ed25519 key in PEM (PKCS #8), as OpenSSL writes it. Null if the text contains no such key. The file
 * includes the public key (SPKI, base64) only as a hint for people. Verification never uses it.
 */
export function signPackage(id: string, digest: string, pem: string): string | null {
  const privateKey = readKey(pem, createPrivateKey);
  if (!privateKey) return null;
  const publicKey = createPublicKey(privateKey).export({ type: 'spki', format: 'der' }).toString('base64');
  const signature = sign(null, signedBytes(id, digest), privateKey).toString('base64');
  return `${JSON.stringify({ 算法: 'Ed25519', 包: id, 包摘要: digest, 公钥: publicKey, 签名: signature }, null, 2)}\n`;
}

/**
 * Verifies a signature of a package with a public key in PEM. Returns the reason, in Chinese, if invalid; else empty.
 */
export function signatureFault(text: string, id: string, digest: string, pem: string): string {
  const key = readKey(pem, createPublicKey);
  if (!key) return '公钥文件里没有 Ed25519 公钥（PEM）';
  const signature = readSignature(text);
  if (!signature) return '签名文件读不懂';
  if (signature.package !== id || signature.digest !== digest) return '签的不是这个包，或者包在签名以后变了';
  return verify(null, signedBytes(id, digest), key, Buffer.from(signature.signature, 'base64'))
    ? ''
    : '签名与这把公钥不符：不是这把钥匙签的，或者签名被改动过';
}

function signedBytes(id: string, digest: string): Buffer {
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

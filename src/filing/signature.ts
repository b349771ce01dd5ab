import type { SigningKey, VerifySignature } from '../model/ports.js';
import { decodeBase64, encodeBase64 } from '../runtime/bytes.js';

/** A detached signature of one package. It signs the package's identifier and digest. */
interface Signature {
  readonly package: string;
  readonly digest: string;
  readonly signature: Uint8Array;
}

const PURPOSE = 'hongtou package signature 1';

/** The signature file of a package. It includes the public key only as a hint for people. Verification never uses it. */
export function signPackage(id: string, digest: string, key: SigningKey): string {
  const signature = encodeBase64(key.sign(signedBytes(id, digest)));
  const file = { 算法: 'Ed25519', 包: id, 包摘要: digest, 公钥: encodeBase64(key.publicKey), 签名: signature };
  return `${JSON.stringify(file, null, 2)}\n`;
}

/**
 * Verifies a signature file of a package with a public key, null if there is no valid one. Returns the reason, in
 * Chinese, if invalid; else empty.
 */
export function signatureFault(text: string, id: string, digest: string, verify: VerifySignature | null): string {
  if (!verify) return '公钥文件里没有 Ed25519 公钥（PEM）';
  const signature = readSignature(text);
  if (!signature) return '签名文件读不懂';
  if (signature.package !== id || signature.digest !== digest) return '签的不是这个包，或者包在签名以后变了';
  return verify(signedBytes(id, digest), signature.signature)
    ? ''
    : '签名与这把公钥不符：不是这把钥匙签的，或者签名被改动过';
}

function signedBytes(id: string, digest: string): Uint8Array {
  return new TextEncoder().encode(`${PURPOSE}\n${id}\n${digest}\n`);
}

function readSignature(text: string): Signature | null {
  try {
    const data = JSON.parse(text) as Readonly<Record<string, unknown>> | null;
    const at = (label: string): string => (typeof data?.[label] === 'string' ? data[label] : '');
    return { package: at('包'), digest: at('包摘要'), signature: decodeBase64(at('签名')) };
  } catch {
    return null;
  }
}

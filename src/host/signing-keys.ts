import { createPrivateKey, createPublicKey, sign, verify } from 'node:crypto';
import type { KeyObject } from 'node:crypto';
import type { SigningKey, VerifySignature } from '../model/ports.js';

/** The Ed25519 private key in a PEM (PKCS #8), as OpenSSL writes it; null if the text contains no such key. */
export function readSigningKey(pem: string): SigningKey | null {
  const key = readKey(pem, createPrivateKey);
  return key && { publicKey: createPublicKey(key).export({ type: 'spki', format: 'der' }), sign: signWith(key) };
}

/** Verification with the Ed25519 public key in a PEM; null if the text contains no such key. */
export function readPublicKey(pem: string): VerifySignature | null {
  const key = readKey(pem, createPublicKey);
  return key && ((message, signature) => verify(null, message, key, signature));
}

function signWith(key: KeyObject): SigningKey['sign'] {
  return (message) => sign(null, message, key);
}

function readKey(pem: string, create: (pem: string) => KeyObject): KeyObject | null {
  try {
    const key = create(pem);
    return key.asymmetricKeyType === 'ed25519' ? key : null;
  } catch {
    return null;
  }
}

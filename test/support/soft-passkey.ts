import { createHash, generateKeyPairSync, randomBytes, sign } from 'node:crypto';

/** What a browser and its authenticator are told apart by; each can be made to lie. */
export interface SoftPasskeyOptions {
  readonly origin: string;
  readonly rpId?: string;
  /** Whether the user proves to be there by a finger or a number. */
  readonly verifiesUser?: boolean;
  readonly userHandle?: string;
}

const USER_PRESENT = 0x01;
const USER_VERIFIED = 0x04;
const HAS_CREDENTIAL = 0x40;

/** An authenticator without hardware (ES256, attestation "none"), as `PublicKeyCredential.toJSON()` would tell of it. */
export function softPasskey() {
  const { publicKey, privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const id = randomBytes(32);
  let counter = 0;

  const clientData = (type: string, challenge: string, origin: string) =>
    Buffer.from(JSON.stringify({ type, challenge, origin, crossOrigin: false }));
  const authenticatorData = (options: SoftPasskeyOptions, flags: number, rest = Buffer.alloc(0)) => {
    const { rpId = new URL(options.origin).hostname, verifiesUser = true } = options;
    const head = Buffer.alloc(5);
    head[0] = flags | USER_PRESENT | (verifiesUser ? USER_VERIFIED : 0);
    head.writeUInt32BE(counter, 1);
    return Buffer.concat([createHash('sha256').update(rpId).digest(), head, rest]);
  };
  const common = {
    id: id.toString('base64url'),
    rawId: id.toString('base64url'),
    type: 'public-key',
    clientExtensionResults: {},
  };

  return {
    /** The counter of the next use. */
    setCounter(value: number) {
      counter = value;
    },
    create({ challenge }: { readonly challenge: string }, options: SoftPasskeyOptions) {
      const { x = '', y = '' } = publicKey.export({ format: 'jwk' });
      const key = cborMap([
        [cborInteger(1), cborInteger(2)],
        [cborInteger(3), cborInteger(-7)],
        [cborInteger(-1), cborInteger(1)],
        [cborInteger(-2), cborBytes(Buffer.from(x, 'base64url'))],
        [cborInteger(-3), cborBytes(Buffer.from(y, 'base64url'))],
      ]);
      const attested = Buffer.concat([Buffer.alloc(16), Buffer.from([0, id.length]), id, key]);
      const attestationObject = cborMap([
        [cborText('fmt'), cborText('none')],
        [cborText('attStmt'), cborMap([])],
        [cborText('authData'), cborBytes(authenticatorData(options, HAS_CREDENTIAL, attested))],
      ]);
      return {
        ...common,
        response: {
          clientDataJSON: clientData('webauthn.create', challenge, options.origin).toString('base64url'),
          attestationObject: attestationObject.toString('base64url'),
          transports: ['internal'],
        },
      };
    },
    get({ challenge }: { readonly challenge: string }, options: SoftPasskeyOptions) {
      const told = clientData('webauthn.get', challenge, options.origin);
      const data = authenticatorData(options, 0);
      const signed = Buffer.concat([data, createHash('sha256').update(told).digest()]);
      return {
        ...common,
        response: {
          clientDataJSON: told.toString('base64url'),
          authenticatorData: data.toString('base64url'),
          signature: sign('sha256', signed, privateKey).toString('base64url'),
          ...(options.userHandle !== undefined && {
            userHandle: Buffer.from(options.userHandle).toString('base64url'),
          }),
        },
      };
    },
  };
}

/** The head of an item of CBOR (RFC 8949, section 3): its kind, and a number below 65,536. */
function cborHead(kind: number, value: number): Buffer {
  if (value < 24) return Buffer.from([(kind << 5) | value]);
  return value < 256
    ? Buffer.from([(kind << 5) | 24, value])
    : Buffer.from([(kind << 5) | 25, value >> 8, value & 255]);
}

const cborInteger = (value: number): Buffer => (value < 0 ? cborHead(1, -1 - value) : cborHead(0, value));
const cborBytes = (value: Buffer): Buffer => Buffer.concat([cborHead(2, value.length), value]);
const cborText = (value: string): Buffer => Buffer.concat([cborHead(3, value.length), Buffer.from(value)]);
const cborMap = (pairs: readonly (readonly [Buffer, Buffer])[]): Buffer =>
  Buffer.concat([cborHead(5, pairs.length), ...pairs.flat()]);

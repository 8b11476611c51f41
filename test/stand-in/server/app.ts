import { createPublicKey, generateKeyPairSync, verify } from 'node:crypto';
import { readNumber, readText } from '../json.ts';
import type { Token } from './tokens.ts';

/** The one app that the stand-in knows. */
export const APP = { id: 501, clientId: 'Iv1.standin', slug: 'understory-app' } as const;

/** Where it is installed: owner and number of the installation. */
export const INSTALLATIONS: ReadonlyMap<string, number> = new Map([
  ['orrery-db', 7001],
  ['corvane', 7002],
]);

/** Longest time that GitHub lets a proof be valid, in seconds. */
const LONGEST = 600;
const HOUR = 3_600_000;

let pem: string | undefined;

/** The app's key, as GitHub hands it out; drawn when it is first asked for, so that none lies in the repository. */
export function appKey(): string {
  pem ??= generateKeyPairSync('rsa', { modulusLength: 2048 })
    .privateKey.export({ type: 'pkcs1', format: 'pem' })
    .toString();
  return pem;
}

/** An installation's token: what any token sees, for an hour, with limits of its own. */
export function installationToken(installation: number, now: number): Token {
  return {
    kind: 'app',
    login: `installation-${installation}`,
    scopes: [],
    maintains: [],
    limit: 5000,
    expiresAt: now + HOUR,
  };
}

/** What GitHub has against a signed proof of the app, with its status; null when it is right. `now` in seconds. */
export function refuseProof(
  proof: string,
  now: number,
): { readonly status: number; readonly message: string } | null {
  const [header = '', payload = '', signature = ''] = proof.split('.');
  const claims = decode(payload);
  const issued = readNumber(claims, 'iat');
  const expires = readNumber(claims, 'exp');
  const issuer = readText(claims, 'iss') ?? String(readNumber(claims, 'iss'));
  if (![String(APP.id), APP.clientId].includes(issuer))
    return { status: 404, message: 'Integration not found' };
  const isSigned = verify(
    'RSA-SHA256',
    Buffer.from(`${header}.${payload}`),
    createPublicKey(appKey()),
    Buffer.from(signature, 'base64url'),
  );
  if (!isSigned || readText(decode(header), 'alg') !== 'RS256')
    return refusal('A JSON web token could not be decoded');
  if (issued === undefined || issued > now)
    return refusal(
      "'Issued at' claim ('iat') must be an Integer representing the time that the assertion was issued",
    );
  if (expires === undefined || expires <= now)
    return refusal(
      "'Expiration time' claim ('exp') must be a numeric value representing the future time at which the assertion expires",
    );
  if (expires > now + LONGEST) return refusal("'Expiration time' claim ('exp') is too far in the future");
  return null;
}

function refusal(message: string): { readonly status: number; readonly message: string } {
  return { status: 401, message };
}

function decode(part: string): unknown {
  try {
    return JSON.parse(Buffer.from(part, 'base64url').toString('utf8'));
  } catch {
    return null;
  }
}

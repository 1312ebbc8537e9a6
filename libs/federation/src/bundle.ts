import { type BundleManifest, bundleManifest } from '@nmirf/contracts/network/bundle';
import { type DocumentKind, openDocument, peekDocument, sealDocument } from './document.js';
import type { Signer } from './keys.js';

/** A part is named in some 200 characters. */
const MANIFEST: DocumentKind<BundleManifest> = { typ: 'nmirf-bundle+jws', max: 32 * 1024 * 1024, schema: bundleManifest };

/** What a bundle holds, signed with the `msg` key of whoever made it. */
export const sealManifest = (manifest: BundleManifest, signer: Signer): string => sealDocument(MANIFEST, manifest, signer);

/** Reads a manifest and checks its signature. @throws ProtocolProblem */
export const openManifest = (jws: string, resolveKey: (kid: string) => { readonly x: string } | undefined): BundleManifest =>
  openDocument(MANIFEST, jws, resolveKey);

/** What a manifest says of itself: enough to read the log by, which is checked leaf by leaf. @throws ProtocolProblem */
export const peekManifest = (jws: string): BundleManifest => peekDocument(MANIFEST, jws);

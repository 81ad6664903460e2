/** What startPayara takes as `tls`, save for the port; `fingerprint` is the certificate's SHA-256. */
export interface Tls {
  alias: string;
  optionsFile: string;
  trial: boolean;
  fingerprint: string;
}

/** A certificate or key that cannot be served; the message is fit for a person. */
export class TlsFault extends Error {}

/** The keystore for a server of that host name: with the certificate given, or a trial one. */
export function provideTls(wish: {
  data: string;
  host: string;
  certificate?: string;
  key?: string;
}): Tls;

// The certificate with which ./run serves HTTPS: the one given, or a trial one made here. Both end in
// a keystore in the data folder that only its owner can read, and so does the password to it.
import { execFileSync } from "node:child_process";
import { createPrivateKey, randomBytes, X509Certificate } from "node:crypto";
import { chmodSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { isIP } from "node:net";
import { fileURLToPath } from "node:url";
import path from "node:path";
import process from "node:process";

const CONVERTER = fileURLToPath(new URL("PemToKeystore.java", import.meta.url));
const ALIAS = "visavis";
const TRIAL_DAYS = 90;
const PRIVATE = { mode: 0o600 };

/** A certificate or key that cannot be served; the message is fit for a person. */
export class TlsFault extends Error {}

/**
 * Provides the keystore for a server of that host name.
 *
 * @param {object} wish data: the data folder; host: the name browsers use; certificate, key: paths of PEM
 *   files, or both undefined for a trial certificate
 * @returns {{alias: string, optionsFile: string, trial: boolean, fingerprint: string}} what startPayara
 *   takes as `tls`, and what a person may compare with what the browser shows (SHA-256)
 */
export function provideTls({ data, host, certificate, key }) {
  if (!certificate !== !key) {
    throw new TlsFault(
      "TLS_CERT and TLS_KEY belong together: set both, or neither for a trial one.",
    );
  }
  const folder = path.join(data, "tls");
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const trial = certificate === undefined;
  const shown = trial
    ? trialCertificate(folder, host)
    : givenCertificate(folder, host, certificate, key);
  return { alias: ALIAS, optionsFile: path.join(folder, file(trial, "options")), trial, ...shown };
}

const file = (trial, kind) => `${trial ? "trial" : "given"}.${kind}`;

function trialCertificate(folder, host) {
  const pem = path.join(folder, "trial.pem");
  if (existsSync(pem)) {
    const known = new X509Certificate(readFileSync(pem));
    if (isFor(known, host) && Date.parse(known.validTo) > Date.now() + 86_400_000) {
      return { fingerprint: known.fingerprint256 };
    }
  }
  const { keystore, password } = newKeystore(folder, true);
  const access = ["-keystore", keystore, "-storepass:env", "VISAVIS_STORE", "-alias", ALIAS];
  const tool = (...rest) =>
    execFileSync(java("keytool"), [...rest, ...access], {
      env: { ...process.env, VISAVIS_STORE: password },
      stdio: ["ignore", "pipe", "pipe"],
    });
  const names = new Set([host, "localhost", "shop.localhost", "atelier.localhost"]);
  const all = [...names].map((name) => `${isIP(name) ? "ip" : "dns"}:${name}`);
  tool(
    ...["-genkeypair", "-keyalg", "EC", "-groupname", "secp256r1", "-storetype", "PKCS12"],
    ...["-dname", `CN=${host}, O=Visavis trial`, "-validity", String(TRIAL_DAYS)],
    ...["-ext", `san=${[...all, "ip:127.0.0.1"].join(",")}`],
  );
  chmodSync(keystore, PRIVATE.mode);
  writeFileSync(pem, tool("-exportcert", "-rfc"));
  return { fingerprint: new X509Certificate(readFileSync(pem)).fingerprint256 };
}

function givenCertificate(folder, host, certificate, keyFile) {
  const chain = read("TLS_CERT", certificate, (text) => new X509Certificate(text));
  const key = read("TLS_KEY", keyFile, (text) => createPrivateKey(text));
  if (!chain.checkPrivateKey(key)) {
    throw new TlsFault("TLS_KEY is not the key of the certificate in TLS_CERT.");
  }
  if (!isFor(chain, host)) {
    throw new TlsFault(
      `The certificate in TLS_CERT is not for ${host}: set HOST to a name it has.`,
    );
  }
  if (Date.parse(chain.validTo) < Date.now()) {
    throw new TlsFault(`The certificate in TLS_CERT has expired on ${chain.validTo}.`);
  }
  const algorithm = { rsa: "RSA", ec: "EC", ed25519: "Ed25519" }[key.asymmetricKeyType];
  const { keystore, password } = newKeystore(folder, false);
  const der = key.export({ type: "pkcs8", format: "der" });
  execFileSync(java("java"), [CONVERTER, path.resolve(certificate), keystore, ALIAS, algorithm], {
    input: Buffer.concat([Buffer.from(`${password}\n`), der]),
    stdio: ["pipe", "pipe", "inherit"],
  });
  chmodSync(keystore, PRIVATE.mode);
  return { fingerprint: chain.fingerprint256 };
}

function isFor(certificate, host) {
  return Boolean(isIP(host) ? certificate.checkIP(host) : certificate.checkHost(host));
}

/** A path for a new keystore with its password, which the server reads from a file of options. */
function newKeystore(folder, trial) {
  const keystore = path.join(folder, file(trial, "p12"));
  const password = randomBytes(24).toString("base64url");
  rmSync(keystore, { force: true });
  const options = [
    `-Djavax.net.ssl.keyStore="${keystore}"`,
    "-Djavax.net.ssl.keyStoreType=PKCS12",
    `-Djavax.net.ssl.keyStorePassword=${password}`,
  ];
  writeFileSync(path.join(folder, file(trial, "options")), `${options.join("\n")}\n`, PRIVATE);
  return { keystore, password };
}

function read(name, from, parse) {
  try {
    return parse(readFileSync(from));
  } catch (fault) {
    throw new TlsFault(`${name} names ${from}, which cannot be used: ${fault.message}`);
  }
}

function java(tool) {
  return process.env.JAVA_HOME ? path.join(process.env.JAVA_HOME, "bin", tool) : tool;
}

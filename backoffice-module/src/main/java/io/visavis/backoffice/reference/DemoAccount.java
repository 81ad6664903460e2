package io.visavis.backoffice.reference;

/**
 * A company that uses this backoffice.
 *
 * @param name its name as people read it
 * @param siteKey its public key with Visavis
 * @param keyId the {@code kid} under which Visavis knows this host's signing key for it
 * @param shopHost the host name of its website
 */
record DemoAccount(String name, String siteKey, String keyId, String shopHost) {
  static final DemoAccount LUMEN =
      new DemoAccount("Maison Lumen", "pk_demo_lumen", "demo-lumen", "shop.localhost");
  static final DemoAccount BRUME =
      new DemoAccount("Atelier Brume", "pk_demo_brume", "demo-brume", "atelier.localhost");
}

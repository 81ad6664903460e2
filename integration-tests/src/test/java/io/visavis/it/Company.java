package io.visavis.it;

/** An account of the demo as its own host knows it: the site key, the key's id and the website. */
record Company(String siteKey, String keyId, String siteOrigin) {

  static final Company LUMEN = demo("lumen", "shop");

  /** Not eligible until the operator grants it. */
  static final Company BRUME = demo("brume", "atelier");

  private static Company demo(String name, String shop) {
    return new Company("pk_demo_" + name, "demo-" + name, Service.siteOrigin(shop));
  }
}

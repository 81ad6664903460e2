package io.visavis.backoffice.operator;

import io.visavis.backoffice.configuration.ServiceSettings;
import io.visavis.backoffice.problem.BadRequest;
import java.util.List;

/** Which origins an account may be given. */
final class OriginRule {
  private static final int MOST = 30;
  private static final int LONGEST = 255;

  private OriginRule() {}

  /**
   * Checks a list of a body.
   *
   * @throws BadRequest at the entry that is no origin as browsers send it
   */
  static void check(String pointer, List<String> origins) {
    if (origins == null || origins.size() > MOST) {
      throw BadRequest.body(pointer, "expected a list of at most " + MOST + " origins");
    }
    for (int i = 0; i < origins.size(); i++) {
      if (!fits(origins.get(i))) {
        throw BadRequest.body(
            pointer + "/" + i,
            "expected an origin as browsers send it: https:// (http:// on localhost), a host in"
                + " lower case, a port unless it is the usual one; no path, no slash at the end");
      }
    }
  }

  static List<String> distinct(List<String> origins) {
    return origins.stream().distinct().toList();
  }

  private static boolean fits(String origin) {
    return origin != null
        && origin.length() <= LONGEST
        && ServiceSettings.acceptable(origin)
        && !(origin.startsWith("https:") && origin.endsWith(":443"))
        && !(origin.startsWith("http:") && origin.endsWith(":80"));
  }
}

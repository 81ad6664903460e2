package io.visavis.backoffice.reference;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What an agent wants to know of a {@code User-Agent}: the kind of device and the browser. */
final class UserAgents {
  private static final Pattern TABLET =
      Pattern.compile("iPad|Tablet|PlayBook|Silk|Android(?!.*Mobile)");
  private static final Pattern PHONE = Pattern.compile("Mobi|iPhone|iPod");

  private record Family(String name, Pattern pattern) {}

  /** The particular before the general: most browsers also claim to be Chrome and Safari. */
  private static final List<Family> FAMILIES =
      List.of(
          family("Edge", "(?:Edg|EdgA|EdgiOS)/(\\d+)"),
          family("Opera", "OPR/(\\d+)"),
          family("Samsung Internet", "SamsungBrowser/(\\d+)"),
          family("Firefox", "(?:Firefox|FxiOS)/(\\d+)"),
          family("Chrome", "(?:Chrome|CriOS|Chromium)/(\\d+)"),
          family("Safari", "Version/(\\d+)[.\\d]* (?:Mobile/\\w+ )?Safari/"));

  private UserAgents() {}

  private static Family family(String name, String pattern) {
    return new Family(name, Pattern.compile(pattern));
  }

  /** {@code desktop}, {@code phone} or {@code tablet}. */
  static String device(String userAgent) {
    if (TABLET.matcher(userAgent).find()) {
      return "tablet";
    }
    return PHONE.matcher(userAgent).find() ? "phone" : "desktop";
  }

  /** Name and major version, such as « Firefox 128 »; empty when it is none of the usual ones. */
  static String browser(String userAgent) {
    for (Family family : FAMILIES) {
      Matcher version = family.pattern().matcher(userAgent);
      if (version.find()) {
        String number = version.group(1);
        return family.name() + " " + number.substring(0, Math.min(4, number.length()));
      }
    }
    return "";
  }
}

package io.visavis.it;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** All of an HTTP answer that could tell one thing from another; the date cannot. */
record Answer(int status, Map<String, List<String>> headers, String body) {

  static Answer of(HttpResponse<String> response) {
    Map<String, List<String>> headers = new TreeMap<>(response.headers().map());
    headers.remove("date");
    return new Answer(response.statusCode(), headers, response.body());
  }

  /** A success without the ids it was asked for and what is new each time; a refusal as it is. */
  Answer without(Specimen specimen) {
    if (status >= 400) {
      return this;
    }
    Map<String, List<String>> kept = new TreeMap<>(headers);
    kept.remove("location");
    kept.remove("content-length");
    String masked =
        body.replace(specimen.visitorId(), "VISITOR")
            .replace(specimen.asked(), "VISITOR")
            .replaceAll("\"\\d{4}-\\d\\d-\\d\\dT[^\"]*Z\"", "\"TIME\"")
            .replaceAll(
                "\"(id|kid|sessionId|token|secret|expiresAt|acceptUrl)\":\"[^\"]*\"",
                "\"$1\":\"NEW\"")
            // Sessions of other tests end while this one looks.
            .replaceAll("\"(openSessions|requestsLastHour)\":\\d+", "\"$1\":\"SOME\"");
    return new Answer(status, kept, masked);
  }
}

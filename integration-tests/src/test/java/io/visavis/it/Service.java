package io.visavis.it;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URL;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.UUID;

/** The service under test as a host and a browser meet it: REST calls and visitors. */
final class Service {

  /** What the demo's shop and the panel send as {@code Origin}. */
  static final String ORIGIN = System.getProperty("visavis.origin");

  static final String SHOP_ORIGIN = siteOrigin("shop");
  static final ObjectMapper JSON = new ObjectMapper();

  private static final HttpClient HTTP =
      HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();

  private final URI base;

  Service(URL base) {
    this.base = URI.create(base.toString()).resolve("/");
  }

  URI uri(String path) {
    return base.resolve(path);
  }

  /** Connects to {@code /signal} as a page of this origin and waits for {@code server.ready}. */
  SignalingSocket connect(String origin) {
    return SignalingSocket.open(URI.create("ws" + uri("/signal").toString().substring(4)), origin);
  }

  HttpResponse<String> get(String path, String... headers) {
    return send(HttpRequest.newBuilder(uri(path)).GET(), headers);
  }

  HttpResponse<String> post(String path, String body, String... headers) {
    return send(
        HttpRequest.newBuilder(uri(path))
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(body)),
        headers);
  }

  HttpResponse<String> delete(String path, String... headers) {
    return send(HttpRequest.newBuilder(uri(path)).DELETE(), headers);
  }

  HttpResponse<String> put(String path, String body, String... headers) {
    return send(
        HttpRequest.newBuilder(uri(path))
            .header("Content-Type", "application/json")
            .PUT(HttpRequest.BodyPublishers.ofString(body)),
        headers);
  }

  /** Origin of the demo's shop whose host name begins with that label. */
  static String siteOrigin(String label) {
    return ORIGIN.replace("//localhost", "//" + label + ".localhost");
  }

  /** A token for this visitor of Maison Lumen, as the loader on the shop's page asks for it. */
  String visitorToken(String visitorId) {
    return visitorToken(Company.LUMEN, visitorId);
  }

  /** A token for this visitor of that company, as the loader on its page asks for it. */
  String visitorToken(Company company, String visitorId) {
    var wanted = JSON.createObjectNode().put("siteKey", company.siteKey());
    var answer =
        post(
            "/api/v1/visitor-tokens",
            wanted.put("visitorId", visitorId).toString(),
            "Origin",
            company.siteOrigin());
    if (answer.statusCode() != 200) {
      throw new AssertionError("visitor token: " + answer.statusCode() + " " + answer.body());
    }
    return json(answer.body()).path("token").asText();
  }

  static String newVisitorId() {
    return "it-" + UUID.randomUUID();
  }

  static JsonNode json(String text) {
    try {
      return JSON.readTree(text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Any method; an empty {@code body} is not sent. */
  HttpResponse<String> call(String method, String path, String body, String... headers) {
    var request = HttpRequest.newBuilder(uri(path));
    if (body.isEmpty()) {
      return send(request.method(method, HttpRequest.BodyPublishers.noBody()), headers);
    }
    request.header("Content-Type", "application/json");
    return send(request.method(method, HttpRequest.BodyPublishers.ofString(body)), headers);
  }

  /** Any method with a body of that media type. */
  HttpResponse<String> call(
      String method, String path, String mediaType, byte[] body, String... headers) {
    var request = HttpRequest.newBuilder(uri(path)).header("Content-Type", mediaType);
    return send(request.method(method, HttpRequest.BodyPublishers.ofByteArray(body)), headers);
  }

  private static HttpResponse<String> send(HttpRequest.Builder request, String... headers) {
    if (headers.length > 0) {
      request.headers(headers);
    }
    try {
      return HTTP.send(
          request.timeout(Duration.ofSeconds(20)).build(), HttpResponse.BodyHandlers.ofString());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}

package io.visavis.it;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Calls the routes of the table. What a route needs beside its path stands in {@code
 * tenant-matrix.json}; a route that is missing there is called with an empty object. Things whose
 * ids a path names are made by a POST to the path before the id, or found by a GET of it.
 */
final class RouteCalls {

  private static final String BASE = "/api/v1";
  private static final JsonNode SAMPLES = samples();

  private final TwoCompanies stage;
  private final Map<String, Specimen> specimens = new HashMap<>();

  RouteCalls(TwoCompanies stage) {
    this.stage = stage;
  }

  /** Whether the sample file says what this route needs. */
  boolean known(WarTables.Route route) {
    return SAMPLES.has(route.toString());
  }

  /** Calls the route about that; an empty token is not sent. */
  Answer about(WarTables.Route route, Specimen specimen, String token) {
    String path = BASE;
    int next = 0;
    for (String segment : route.path().substring(1).split("/")) {
      path += "/" + (segment.startsWith("{") ? specimen.ids().get(next++) : segment);
    }
    Answer answer = call(route.toString(), route.method(), path, specimen, token);
    undo(route, answer, specimen, token);
    return answer.without(specimen);
  }

  /** Something of that company for this route, the same at each call. */
  Specimen specimen(WarTables.Route route, Company company) {
    return specimens.computeIfAbsent(
        route + company.siteKey(),
        key -> made(route, company, stage.of(company), stage.siblingOf(company)));
  }

  /** Something of that company that nobody else uses, so that the call may end or remove it. */
  Specimen freshSpecimen(WarTables.Route route, Company company) {
    return made(route, company, stage.anotherOf(company), stage.siblingOf(company));
  }

  /** The same of another visitor of the company. */
  Specimen sibling(WarTables.Route route, Company company) {
    return made(route, company, stage.siblingOf(company), stage.siblingOf(company));
  }

  /** What a success left behind would stand in the way of the next call. */
  private void undo(WarTables.Route route, Answer answer, Specimen specimen, String token) {
    JsonNode undo = SAMPLES.path(route.toString()).path("undo");
    if (answer.status() < 300 && undo.isTextual()) {
      String path = BASE + undo.asText().replace("{made}", idIn(answer.body()).orElseThrow());
      call("undo", "POST", path, specimen, token);
    }
  }

  private Specimen made(WarTables.Route route, Company company, Share share, Share another) {
    List<String> ids = new ArrayList<>();
    Specimen growing = new Specimen(company, ids, share.visitorId, another.visitorId);
    String path = "";
    for (String segment : route.path().substring(1).split("/")) {
      if (segment.startsWith("{")) {
        ids.add(
            switch (path) {
              case "/sessions" -> share.id;
              case "/visitors" -> share.visitorId;
              default -> id(path, growing);
            });
        path += "/" + ids.get(ids.size() - 1);
      } else {
        path += "/" + segment;
      }
    }
    return growing;
  }

  private String id(String collection, Specimen parent) {
    return switch (collection) {
      case "/operator/accounts" -> parent.company().keyId();
      case "/logos" -> logo(parent.company());
      default -> madeOrFound(collection, parent);
    };
  }

  /** A logo is made by a PUT beside the collection, of an image. */
  private String logo(Company company) {
    String token = AgentToken.of(company, body -> body.put("role", "admin"));
    String path = BASE + "/account/policy/logo";
    Answer answer = image("PUT", path, List.of("Authorization", "Bearer " + token));
    return Service.json(answer.body()).path("logo").asText();
  }

  private Answer image(String method, String path, List<String> headers) {
    return Answer.of(
        stage
            .service()
            .call(method, path, "image/png", SamplePng.BYTES, headers.toArray(String[]::new)));
  }

  /** The code of a link that nobody answered yet. */
  private String linkCode(Company company) {
    String body = "{\"visitorId\":\"%s\",\"delivery\":\"link\"}".formatted(Service.newVisitorId());
    String bearer = "Bearer " + AgentToken.of(company, claims -> {});
    String answer =
        stage.service().post(BASE + "/share-requests", body, "Authorization", bearer).body();
    String url = Service.json(answer).path("acceptUrl").asText();
    return url.substring(url.indexOf("#k=") + 3);
  }

  private String madeOrFound(String collection, Specimen parent) {
    String token = AgentToken.of(parent.company(), body -> body.put("role", "admin"));
    makeBeside(collection, parent, token);
    for (String method : List.of("POST", "GET")) {
      Optional<WarTables.Route> route =
          WarTables.routes().stream().filter(one -> isThat(one, method, collection)).findFirst();
      if (route.isPresent()) {
        String name = route.get().toString();
        Answer answer = call(name, method, BASE + collection, parent, token);
        Optional<String> id = answer.status() < 300 ? idIn(answer.body()) : Optional.empty();
        if (id.isPresent()) {
          return id.get();
        }
      }
    }
    throw new AssertionError(
        "nothing is found under " + collection + ": say in tenant-matrix.json how it is made");
  }

  /** {@code madeAt} of a list: the route beside it that puts something into it. */
  private void makeBeside(String collection, Specimen parent, String token) {
    for (WarTables.Route list : WarTables.routes()) {
      JsonNode beside = SAMPLES.path(list.toString()).path("madeAt");
      if (isThat(list, "GET", collection) && beside.isTextual()) {
        String path = collection.substring(0, collection.lastIndexOf('/')) + beside.asText();
        call("beside", "POST", BASE + path, parent, token);
      }
    }
  }

  private static boolean isThat(WarTables.Route route, String method, String collection) {
    return route.method().equals(method)
        && collection.matches(route.path().replaceAll("\\{[^}]*}", "[^/]+"));
  }

  private static Optional<String> idIn(String body) {
    JsonNode answer = Service.json(body);
    JsonNode thing =
        answer.has("items")
            ? answer.path("items").path(0)
            : answer.path("key").isObject() ? answer.path("key") : answer;
    return Arrays.stream(new String[] {"id", "kid"})
        .map(name -> thing.path(name).asText())
        .filter(id -> !id.isEmpty())
        .findFirst();
  }

  private Answer call(String route, String method, String path, Specimen about, String token) {
    JsonNode sample = SAMPLES.path(route);
    String query = sample.has("query") ? "?" + fill(sample.path("query").asText(), about) : "";
    String body = sample.has("body") ? fill(sample.path("body").toString(), about) : "";
    if (body.isEmpty() && !SAMPLES.has(route) && List.of("POST", "PUT", "PATCH").contains(method)) {
      body = "{}";
    }
    List<String> headers = new ArrayList<>();
    sample
        .path("headers")
        .fields()
        .forEachRemaining(
            header -> {
              headers.add(header.getKey());
              headers.add(fill(header.getValue().asText(), about));
            });
    if (!token.isEmpty()) {
      headers.addAll(List.of("Authorization", "Bearer " + token));
    }
    if (sample.has("image")) {
      return image(method, path + query, headers);
    }
    return Answer.of(
        stage.service().call(method, path + query, body, headers.toArray(String[]::new)));
  }

  private String fill(String text, Specimen about) {
    String code = text.contains("{code}") ? linkCode(about.company()) : "";
    return text.replace("{code}", code)
        .replace("{visitor}", about.visitorId())
        .replace("{asked}", about.asked())
        .replace("{siteKey}", about.company().siteKey())
        .replace("{service}", Service.ORIGIN)
        .replace("{site}", about.company().siteOrigin());
  }

  private static ObjectNode samples() {
    try (InputStream file = RouteCalls.class.getResourceAsStream("/tenant-matrix.json")) {
      return (ObjectNode) Service.JSON.readTree(file);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }
}

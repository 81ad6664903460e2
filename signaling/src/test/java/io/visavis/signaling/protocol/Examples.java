package io.visavis.signaling.protocol;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion.VersionFlag;
import java.io.IOException;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The schema and its examples, as they ship. */
final class Examples {
  private static final String ROOT = "/protocol/v1/";
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final JsonSchema SCHEMA =
      JsonSchemaFactory.getInstance(VersionFlag.V202012)
          .getSchema(tree(text(path("signaling.schema.json"))));

  private Examples() {}

  /** The examples of a kind ({@code valid}, {@code invalid}) whose names begin like this. */
  static List<Path> named(String kind, String prefix) {
    try (Stream<Path> files = Files.list(path("examples/" + kind))) {
      return files
          .filter(file -> file.getFileName().toString().startsWith(prefix))
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The file's name without its ending. */
  static String name(Path file) {
    return file.getFileName().toString().replaceAll("\\.json$", "");
  }

  static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  static JsonNode tree(String text) {
    try {
      return JSON.readTree(text);
    } catch (IOException e) {
      throw new IllegalArgumentException(e);
    }
  }

  /** What the schema says against this message; nothing when it is valid. */
  static List<String> objections(String message) {
    return SCHEMA.validate(tree(message)).stream().map(Object::toString).toList();
  }

  /** A definition of the schema. */
  static JsonNode definition(String name) {
    return tree(text(path("signaling.schema.json"))).path("$defs").path(name);
  }

  private static Path path(String inside) {
    URL url = Examples.class.getResource(ROOT + inside);
    try {
      return Path.of(url.toURI());
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }
}

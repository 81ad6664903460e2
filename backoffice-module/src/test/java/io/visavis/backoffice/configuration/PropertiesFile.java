package io.visavis.backoffice.configuration;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Properties;

/** The file of defaults, as a person reads it: sections, comments, keys with and without values. */
final class PropertiesFile {
  static final Path PATH =
      Path.of("src/main/resources/META-INF/microprofile-config.properties").toAbsolutePath();
  private static final Properties DEFAULTS = load();

  private PropertiesFile() {}

  /** One key with its comment; {@code value} is empty when it has no default. */
  record Entry(String section, String key, Optional<String> value, String comment) {}

  static Optional<String> defaultOf(String key) {
    return Optional.ofNullable(DEFAULTS.getProperty(key));
  }

  static List<Entry> entries() {
    var entries = new ArrayList<Entry>();
    var section = "";
    var comment = new ArrayList<String>();
    for (var line : lines()) {
      var key = line.matches("#?[a-z.-]+=.*") ? line.replaceFirst("^#", "").split("=", 2)[0] : null;
      if (key != null) {
        var value = line.startsWith("#") ? Optional.<String>empty() : defaultOf(key);
        entries.add(new Entry(section, key, value, String.join(" ", comment)));
        comment.clear();
      } else if (line.startsWith("## ")) {
        section = line.substring(3);
        comment.clear();
      } else if (line.startsWith("# ")) {
        comment.add(line.substring(2));
      } else {
        comment.clear();
      }
    }
    return entries;
  }

  private static List<String> lines() {
    try {
      return Files.readAllLines(PATH);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Properties load() {
    var properties = new Properties();
    try (var reader = Files.newBufferedReader(PATH)) {
      properties.load(reader);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return properties;
  }
}

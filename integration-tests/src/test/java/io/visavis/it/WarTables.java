package io.visavis.it;

import static java.util.stream.Collectors.toCollection;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Method;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/**
 * The authorization tables as they stand in the WAR under test, so that a row that is added there
 * is a row of the tenant matrix. They are read, not linked: the tests see no production class.
 */
final class WarTables {

  /** A row of the REST table: {@code roles} are names such as {@code AGENT}. */
  record Route(String method, String path, Set<String> roles) {

    boolean forAnyone() {
      return roles.contains("ANYONE");
    }

    boolean forOperator() {
      return roles.contains("OPERATOR");
    }

    boolean namesSomething() {
      return path.contains("{");
    }

    @Override
    public String toString() {
      return method + " " + path;
    }
  }

  /** A row of the WebSocket's table: {@code kinds} are words such as {@code panel}. */
  record Type(String word, Set<String> kinds) {

    @Override
    public String toString() {
      return word;
    }
  }

  private static final String CLASSES = "WEB-INF/classes";
  private static final Pattern OURS =
      Pattern.compile(CLASSES + "/io/|WEB-INF/lib/visavis-signaling[^/]*\\.jar");
  private static final ClassLoader WAR = classesOf(System.getProperty("visavis.war"));

  private WarTables() {}

  static List<Route> routes() {
    return constants("io.visavis.backoffice.access.Route").map(WarTables::route).toList();
  }

  static List<Type> types() {
    return constants("io.visavis.signaling.protocol.MessageType").map(WarTables::type).toList();
  }

  /** The valid example of that message that ships beside the schema. */
  static URL example(String type) {
    return WAR.getResource("protocol/v1/examples/valid/client-" + type + ".json");
  }

  private static Route route(Object constant) {
    String[] words = constant.toString().split(" ");
    Set<String> roles =
        ((Set<?>) call(constant, "roles"))
            .stream().map(Object::toString).collect(toCollection(TreeSet::new));
    return new Route(words[0], words[1], roles);
  }

  private static Type type(Object constant) {
    Object[] kinds = load("io.visavis.signaling.protocol.ClientKind").getEnumConstants();
    Set<String> allowed =
        Arrays.stream(kinds)
            .filter(kind -> allows(constant, kind))
            .map(kind -> (String) call(kind, "word"))
            .collect(toCollection(TreeSet::new));
    return new Type((String) call(constant, "word"), allowed);
  }

  private static boolean allows(Object type, Object kind) {
    Method[] all = load("io.visavis.signaling.endpoint.MessageRules").getDeclaredMethods();
    Method allows =
        Arrays.stream(all).filter(one -> one.getName().equals("allows")).findFirst().orElseThrow();
    return (boolean) invoke(allows, null, type, kind);
  }

  private static Stream<Object> constants(String type) {
    return Arrays.stream((Object[]) load(type).getEnumConstants());
  }

  private static Class<?> load(String name) {
    try {
      return Class.forName(name, true, WAR);
    } catch (ClassNotFoundException e) {
      throw new IllegalStateException("the WAR has no table " + name, e);
    }
  }

  private static Object call(Object target, String name) {
    try {
      // A constant with a body is of a class of its own; the table's class declares the method.
      return invoke(((Enum<?>) target).getDeclaringClass().getDeclaredMethod(name), target);
    } catch (NoSuchMethodException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Object invoke(Method method, Object target, Object... arguments) {
    try {
      method.setAccessible(true);
      return method.invoke(target, arguments);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Unpacks our own classes beside the WAR and loads them from there. */
  private static ClassLoader classesOf(String war) {
    Path folder = Path.of(war).resolveSibling("war-tables");
    try (ZipFile archive = new ZipFile(war)) {
      List<URL> found = new ArrayList<>(List.of(directory(folder.resolve(CLASSES))));
      for (ZipEntry entry : Collections.list(archive.entries())) {
        if (!entry.isDirectory() && OURS.matcher(entry.getName()).lookingAt()) {
          Path file = folder.resolve(entry.getName());
          Files.createDirectories(file.getParent());
          Files.copy(archive.getInputStream(entry), file, StandardCopyOption.REPLACE_EXISTING);
          if (entry.getName().endsWith(".jar")) {
            found.add(file.toUri().toURL());
          }
        }
      }
      return new URLClassLoader(found.toArray(URL[]::new), WarTables.class.getClassLoader());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static URL directory(Path folder) throws IOException {
    // Only a folder that is there already has the slash at its end that tells a loader what it is.
    return Files.createDirectories(folder).toUri().toURL();
  }
}

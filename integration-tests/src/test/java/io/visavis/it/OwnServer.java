package io.visavis.it;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ConnectException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** A server beside the one that all tests share, for a test that needs other settings. */
final class OwnServer implements AutoCloseable {

  private static final Duration START = Duration.ofSeconds(120);

  private final Process process;
  private final URL base;
  private final Path log;

  private OwnServer(Process process, URL base, Path log) {
    this.process = process;
    this.base = base;
    this.log = log;
  }

  /**
   * Starts the WAR under test with these environment variables beside those of this run; returns
   * once it is ready. The log is {@code target/<name>/server.log}.
   */
  static OwnServer start(String name, Map<String, String> environment) {
    try {
      int port = freePort();
      Path folder = Path.of(System.getProperty("visavis.war")).resolveSibling(name);
      clear(folder);
      ProcessBuilder builder = new ProcessBuilder(command(port, folder));
      builder.environment().putAll(environment);
      Path log = folder.resolve("server.log");
      builder.redirectErrorStream(true).redirectOutput(log.toFile());
      URL base = URI.create("http://127.0.0.1:" + port + "/").toURL();
      OwnServer server = new OwnServer(builder.start(), base, log);
      server.untilReady();
      return server;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What it wrote so far. */
  String log() throws IOException {
    return Files.readString(log);
  }

  URL base() {
    return base;
  }

  @Override
  public void close() {
    process.destroy();
    try {
      if (!process.waitFor(20, TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
  }

  private void untilReady() {
    Service service = new Service(base);
    try {
      await()
          .atMost(START)
          .failFast("the server ended; see its log", () -> !process.isAlive())
          .until(() -> isReady(service));
    } catch (RuntimeException e) {
      close();
      throw e;
    }
  }

  private static boolean isReady(Service service) {
    try {
      // The server says that it is well before the application is there.
      return service.get("/health/ready").statusCode() == 200
          && service.get("/").statusCode() == 200;
    } catch (UncheckedIOException e) {
      if (e.getCause() instanceof ConnectException) {
        return false;
      }
      throw e;
    }
  }

  private static List<String> command(int port, Path folder) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(words("payara.cmdOptions"));
    command.addAll(List.of("-jar", System.getProperty("payara.microJar")));
    command.addAll(words("payara.extraMicroOptions"));
    command.addAll(List.of("--rootdir", folder.resolve("payara").toString()));
    command.addAll(List.of("--port", String.valueOf(port)));
    command.addAll(List.of("--deploy", System.getProperty("visavis.war")));
    return command;
  }

  /** Makes it empty: a server deploys what it finds there of a former run beside its own. */
  private static void clear(Path folder) throws IOException {
    if (Files.exists(folder)) {
      try (Stream<Path> all = Files.walk(folder)) {
        for (Path each : all.sorted(Comparator.reverseOrder()).toList()) {
          Files.delete(each);
        }
      }
    }
    Files.createDirectories(folder);
  }

  private static List<String> words(String property) {
    return List.of(System.getProperty(property).split(" +"));
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }
}

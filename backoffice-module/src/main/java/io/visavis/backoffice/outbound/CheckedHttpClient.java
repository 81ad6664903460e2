package io.visavis.backoffice.outbound;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.net.ssl.SSLContext;
import org.apache.hc.client5.http.classic.methods.HttpGet;
import org.apache.hc.client5.http.classic.methods.HttpPost;
import org.apache.hc.client5.http.classic.methods.HttpUriRequestBase;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.ManagedHttpClientConnectionFactory;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.client5.http.ssl.DefaultClientTlsStrategy;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.HttpHeaders;
import org.apache.hc.core5.http.config.Http1Config;
import org.apache.hc.core5.http.io.entity.ByteArrayEntity;
import org.apache.hc.core5.util.Timeout;

/** {@link CheckedHttp} by Apache HttpClient, which connects to what our resolver hands it. */
final class CheckedHttpClient implements CheckedHttp, AutoCloseable {
  private static final String AGENT = "Visavis";

  /** The library bounds neither: an endless head would fill the heap. */
  private static final Http1Config HEAD =
      Http1Config.custom().setMaxLineLength(8192).setMaxHeaderCount(100).build();

  private final AddressRules rules;
  private final Resolver resolver;
  private final Duration timeout;
  private final ScheduledExecutorService watch;
  private final ExecutorService lookUps;
  private final SSLContext tls;

  /**
   * Makes a client.
   *
   * @param timeout for the whole of a request, from looking up the name to the last byte
   * @param watch ends requests whose time is over
   * @param lookUps looks names up; a look-up cannot be broken off, so it must not be the caller's
   *     thread that waits for it
   */
  CheckedHttpClient(
      AddressRules rules,
      Resolver resolver,
      SSLContext tls,
      Duration timeout,
      ScheduledExecutorService watch,
      ExecutorService lookUps) {
    this.rules = rules;
    this.resolver = resolver;
    this.tls = tls;
    this.timeout = timeout;
    this.watch = watch;
    this.lookUps = lookUps;
  }

  @Override
  public void check(URI address) throws AddressRefused {
    rules.host(address);
  }

  @Override
  public Answer get(URI address, Map<String, String> headers, int most) throws IOException {
    return send(new HttpGet(address), headers, most);
  }

  @Override
  public Answer post(URI address, Map<String, String> headers, byte[] body, int most)
      throws IOException {
    var request = new HttpPost(address);
    var type = headers.getOrDefault(HttpHeaders.CONTENT_TYPE, "application/octet-stream");
    request.setEntity(new ByteArrayEntity(body, ContentType.parse(type)));
    return send(request, headers, most);
  }

  private Answer send(HttpUriRequestBase request, Map<String, String> headers, int most)
      throws IOException {
    var end = System.nanoTime() + timeout.toNanos();
    var addresses = addresses(request);
    headers.forEach(
        (name, value) -> {
          if (!name.equalsIgnoreCase(HttpHeaders.CONTENT_TYPE)) {
            request.setHeader(name, value);
          }
        });
    var late = new AtomicBoolean();
    var alarm =
        watch.schedule(
            () -> {
              late.set(true);
              request.abort();
            },
            end - System.nanoTime(),
            TimeUnit.NANOSECONDS);
    try (var client = client(addresses)) {
      return client.execute(request, answer -> read(request, answer, most));
    } catch (IOException e) {
      throw late.get() ? late() : e;
    } finally {
      alarm.cancel(false);
    }
  }

  private InterruptedIOException late() {
    return new InterruptedIOException("no whole answer within " + timeout);
  }

  private InetAddress[] addresses(HttpUriRequestBase request) throws IOException {
    var address = address(request);
    var host = rules.host(address);
    var anyScheme = "https".equalsIgnoreCase(address.getScheme());
    if (AddressRules.isLiteral(host)) {
      return rules
          .permitted(List.of(AddressRules.literal(host)), anyScheme)
          .toArray(InetAddress[]::new);
    }
    try {
      return rules.permitted(lookUp(host), anyScheme).toArray(InetAddress[]::new);
    } catch (UnknownHostException e) {
      // One sentence for both: which names exist inside is nobody's business.
      throw new AddressRefused("the name leads to no public address");
    }
  }

  private List<InetAddress> lookUp(String host) throws IOException {
    try {
      return lookUps
          .submit(() -> resolver.resolve(host))
          .get(timeout.toNanos(), TimeUnit.NANOSECONDS);
    } catch (ExecutionException e) {
      throw e.getCause() instanceof IOException known ? known : new IOException(e.getCause());
    } catch (TimeoutException e) {
      throw late();
    } catch (RejectedExecutionException e) {
      throw new IOException("too many names are being looked up", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw late();
    }
  }

  private static URI address(HttpUriRequestBase request) throws AddressRefused {
    try {
      return request.getUri();
    } catch (java.net.URISyntaxException e) {
      throw new AddressRefused("the address is not a URL");
    }
  }

  /** One client for each request: there is nothing to share, and nothing that could be reused. */
  private CloseableHttpClient client(InetAddress[] addresses) {
    var wait = Timeout.of(timeout);
    var connections =
        PoolingHttpClientConnectionManagerBuilder.create()
            .setDnsResolver(new Resolved(addresses))
            .setConnectionFactory(
                ManagedHttpClientConnectionFactory.builder().http1Config(HEAD).build())
            .setTlsSocketStrategy(new DefaultClientTlsStrategy(tls))
            .setDefaultConnectionConfig(
                ConnectionConfig.custom().setConnectTimeout(wait).setSocketTimeout(wait).build())
            .build();
    return HttpClients.custom()
        .setConnectionManager(connections)
        .setDefaultRequestConfig(
            RequestConfig.custom()
                .setResponseTimeout(wait)
                .setRedirectsEnabled(false)
                .setProtocolUpgradeEnabled(false)
                .build())
        .setUserAgent(AGENT)
        .disableRedirectHandling()
        .disableAutomaticRetries()
        .disableCookieManagement()
        .disableAuthCaching()
        .disableContentCompression()
        .disableConnectionState()
        .build();
  }

  private static Answer read(HttpUriRequestBase request, ClassicHttpResponse answer, int most)
      throws IOException {
    var entity = answer.getEntity();
    if (entity == null) {
      return new Answer(answer.getCode(), "", new byte[0], true);
    }
    var type = entity.getContentType() == null ? "" : entity.getContentType();
    var body = entity.getContent().readNBytes(most + 1);
    if (body.length <= most) {
      return new Answer(answer.getCode(), type, body, true);
    }
    // Otherwise the client would read the rest, however much it is, to leave the connection tidy.
    request.abort();
    return new Answer(answer.getCode(), type, Arrays.copyOf(body, most), false);
  }

  @Override
  public void close() {
    watch.shutdownNow();
    lookUps.shutdownNow();
  }
}

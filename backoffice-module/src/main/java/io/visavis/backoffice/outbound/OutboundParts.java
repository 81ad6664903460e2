package io.visavis.backoffice.outbound;

import io.visavis.backoffice.configuration.OutboundSettings;
import io.visavis.backoffice.configuration.ServiceSettings;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.net.InetAddress;
import java.security.NoSuchAlgorithmException;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLContext;

/** Makes the one client of the service, from its settings. */
@ApplicationScoped
class OutboundParts {
  static final int LOOK_UPS = 32;

  @Resource private ManagedThreadFactory threads;

  @Produces
  @Singleton
  CheckedHttp http(ServiceSettings service, OutboundSettings outbound)
      throws NoSuchAlgorithmException {
    var watch = new ScheduledThreadPoolExecutor(1, threads);
    watch.setRemoveOnCancelPolicy(true);
    return new CheckedHttpClient(
        new AddressRules(service.onLocalhost(), outbound.networks()),
        name -> List.of(InetAddress.getAllByName(name)),
        SSLContext.getDefault(),
        outbound.timeout(),
        watch,
        lookUps(threads));
  }

  /** So many names at once; further ones are refused rather than kept waiting. */
  static ExecutorService lookUps(ThreadFactory threads) {
    return new ThreadPoolExecutor(
        0, LOOK_UPS, 1, TimeUnit.MINUTES, new SynchronousQueue<>(), threads);
  }

  void close(@Disposes CheckedHttp http) {
    if (http instanceof CheckedHttpClient client) {
      client.close();
    }
  }
}

package io.visavis.backoffice.outbound;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;

/** Looks a name up. */
@FunctionalInterface
interface Resolver {
  /** The addresses of a name, in the order in which they should be tried; never none. */
  List<InetAddress> resolve(String name) throws UnknownHostException;
}

package io.visavis.backoffice.outbound;

import java.net.UnknownHostException;

/** An address that may not be reached. The message says why and never what the name led to. */
public final class AddressRefused extends UnknownHostException {
  private static final long serialVersionUID = 1L;

  AddressRefused(String message) {
    super(message);
  }
}

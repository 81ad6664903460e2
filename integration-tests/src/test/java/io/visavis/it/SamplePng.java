package io.visavis.it;

import java.util.Base64;

/** A picture of one pixel. */
final class SamplePng {
  static final byte[] BYTES =
      Base64.getDecoder()
          .decode(
              "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJ"
                  + "RU5ErkJggg==");

  private SamplePng() {}
}

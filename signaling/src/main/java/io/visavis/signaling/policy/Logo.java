package io.visavis.signaling.policy;

import java.util.Arrays;

/**
 * A company's logo.
 *
 * @param hash SHA-256 of the bytes, hexadecimal, lower case
 * @param mediaType {@code image/png}, {@code image/jpeg} or {@code image/webp}
 */
public record Logo(String hash, String mediaType, byte[] bytes) {
  public Logo {
    bytes = bytes.clone();
  }

  @Override
  public byte[] bytes() {
    return bytes.clone();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Logo logo
        && hash.equals(logo.hash)
        && mediaType.equals(logo.mediaType)
        && Arrays.equals(bytes, logo.bytes);
  }

  @Override
  public int hashCode() {
    return hash.hashCode();
  }

  @Override
  public String toString() {
    return "Logo[" + hash + " " + mediaType + "]";
  }
}

package io.visavis.backoffice.policy;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * What an image file says of itself in its first bytes, without decoding it: PNG (ISO 15948), JPEG
 * (ISO 10918-1) and WebP (RFC 9649).
 *
 * @param mediaType by the bytes
 * @param width in pixels
 * @param height in pixels
 */
record ImageFile(String mediaType, int width, int height) {
  private static final long PNG = 0x8950_4E47_0D0A_1A0AL;
  private static final int BYTE = 0xFF;

  /** Empty when it is none of the three, or cut off before its size. */
  static Optional<ImageFile> read(byte[] bytes) {
    try {
      return png(bytes).or(() -> jpeg(bytes)).or(() -> webp(bytes));
    } catch (IndexOutOfBoundsException e) {
      return Optional.empty();
    }
  }

  private static Optional<ImageFile> png(byte[] bytes) {
    var file = ByteBuffer.wrap(bytes);
    return bytes.length >= 24 && file.getLong(0) == PNG && word(bytes, 12).equals("IHDR")
        ? Optional.of(new ImageFile("image/png", file.getInt(16), file.getInt(20)))
        : Optional.empty();
  }

  /** Goes from segment to segment until the one that begins a frame. */
  private static Optional<ImageFile> jpeg(byte[] bytes) {
    var file = ByteBuffer.wrap(bytes);
    if (bytes.length < 4 || file.getShort(0) != (short) 0xFFD8) {
      return Optional.empty();
    }
    int at = 2;
    while ((bytes[at] & BYTE) == BYTE) {
      int marker = bytes[at + 1] & BYTE;
      if (marker == BYTE) {
        at++;
      } else if (beginsFrame(marker)) {
        int height = Short.toUnsignedInt(file.getShort(at + 5));
        int width = Short.toUnsignedInt(file.getShort(at + 7));
        return Optional.of(new ImageFile("image/jpeg", width, height));
      } else {
        at += 2 + Math.max(2, Short.toUnsignedInt(file.getShort(at + 2)));
      }
    }
    return Optional.empty();
  }

  /** SOF0 to SOF15, among which DHT, JPG and DAC have their place. */
  private static boolean beginsFrame(int marker) {
    return marker >= 0xC0 && marker <= 0xCF && marker != 0xC4 && marker != 0xC8 && marker != 0xCC;
  }

  private static Optional<ImageFile> webp(byte[] bytes) {
    if (bytes.length < 30 || !word(bytes, 0).equals("RIFF") || !word(bytes, 8).equals("WEBP")) {
      return Optional.empty();
    }
    var file = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    return switch (word(bytes, 12)) {
      case "VP8 " -> webp(file.getShort(26) & 0x3FFF, file.getShort(28) & 0x3FFF);
      case "VP8L" -> {
        int packed = file.getInt(21);
        yield webp((packed & 0x3FFF) + 1, (packed >> 14 & 0x3FFF) + 1);
      }
      case "VP8X" -> webp((file.getInt(24) & 0xFFFFFF) + 1, (file.getInt(26) >>> 8) + 1);
      default -> Optional.empty();
    };
  }

  private static Optional<ImageFile> webp(int width, int height) {
    return Optional.of(new ImageFile("image/webp", width, height));
  }

  private static String word(byte[] bytes, int at) {
    return new String(bytes, at, 4, StandardCharsets.ISO_8859_1);
  }
}

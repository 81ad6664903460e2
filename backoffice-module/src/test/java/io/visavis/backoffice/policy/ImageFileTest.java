package io.visavis.backoffice.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ImageFileTest {
  private static byte[] drawn(String format, int width, int height) throws IOException {
    var file = new ByteArrayOutputStream();
    ImageIO.write(new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB), format, file);
    return file.toByteArray();
  }

  @ParameterizedTest
  @CsvSource({"1, 1", "300, 120", "1024, 1024", "1025, 7"})
  void sizesOfFilesThatOthersWroteAreRead(int width, int height) throws IOException {
    for (var format : new String[] {"png", "jpeg"}) {
      assertThat(ImageFile.read(drawn(format, width, height)))
          .contains(new ImageFile("image/" + format, width, height));
    }
  }

  /** The three forms of RFC 9649, as far as their sizes: lossy, lossless, extended. */
  @ParameterizedTest
  @CsvSource({
    "56503820000000000000009D012A2C017800, 300, 120",
    "5650384C000000002F2BC11D000000000000, 300, 120",
    "565038580A000000100000002B0100770000, 300, 120"
  })
  void sizesOfEveryFormOfWebpAreRead(String chunk, int width, int height) {
    var hex = "524946460000000057454250" + chunk;
    var file = Arrays.copyOf(HexFormat.of().parseHex(hex), 40);
    assertThat(ImageFile.read(file)).contains(new ImageFile("image/webp", width, height));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "x", "<svg xmlns='http://www.w3.org/2000/svg'/>", "GIF89a0000000000000000000"})
  void anythingElseIsNoImage(String text) {
    assertThat(ImageFile.read(text.getBytes(StandardCharsets.UTF_8))).isEmpty();
  }

  @Test
  void aFileThatIsCutOffAnywhereNeverFails() throws IOException {
    for (var format : new String[] {"png", "jpeg"}) {
      var whole = drawn(format, 300, 120);
      for (int length = 0; length < whole.length; length++) {
        ImageFile.read(Arrays.copyOf(whole, length));
      }
      assertThat(ImageFile.read(Arrays.copyOf(whole, 12))).isEmpty();
    }
  }

  @Test
  void aJpegThatGoesInCirclesEnds() {
    var file = new byte[65_536];
    Arrays.fill(file, (byte) 0xFF);
    file[1] = (byte) 0xD8;
    assertThat(ImageFile.read(file)).isEmpty();
  }
}

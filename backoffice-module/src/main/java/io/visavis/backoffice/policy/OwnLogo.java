package io.visavis.backoffice.policy;

import io.visavis.backoffice.access.Caller;
import io.visavis.backoffice.problem.BadRequest;
import io.visavis.signaling.broker.Refused;
import io.visavis.signaling.policy.Logo;
import io.visavis.signaling.policy.PolicyStore;
import io.visavis.signaling.protocol.ErrorCode;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.util.HexFormat;

/** Takes logos for the account of the caller's token; the policy then names one of them. */
@Path("/account/policy/logo")
@Dependent
@Produces(MediaType.APPLICATION_JSON)
public class OwnLogo {
  static final int MOST_BYTES = 65_536;
  static final int MOST_PIXELS = 1024;

  @Inject private Caller caller;
  @Inject private PolicyStore policies;
  @Inject private Clock clock;

  /** The hash under which the policy names the logo. */
  public record Taken(String logo) {}

  /**
   * Keeps an image of at most 64 KiB and 1024 × 1024 pixels that is what its media type says.
   *
   * @throws Refused {@code limit-reached} when the account has too many
   */
  @PUT
  @Consumes({"image/png", "image/jpeg", "image/webp"})
  public Taken take(@HeaderParam(HttpHeaders.CONTENT_TYPE) String type, InputStream body)
      throws IOException {
    var bytes = body.readNBytes(MOST_BYTES + 1);
    if (bytes.length > MOST_BYTES) {
      throw BadRequest.tooLarge(MOST_BYTES);
    }
    var declared = MediaType.valueOf(type);
    var mediaType = declared.getType() + "/" + declared.getSubtype();
    check(bytes, mediaType);
    var logo = new Logo(hash(bytes), mediaType, bytes);
    return switch (policies.keepLogo(caller.agent().accountId(), logo, clock.instant())) {
      case DONE -> new Taken(logo.hash());
      case TOO_MANY ->
          throw new Refused(ErrorCode.LIMIT_REACHED, "too many logos; try again in a day");
    };
  }

  private static void check(byte[] bytes, String mediaType) {
    var image =
        ImageFile.read(bytes)
            .filter(found -> found.mediaType().equals(mediaType))
            .orElseThrow(() -> BadRequest.body("", "the body is not an image of its media type"));
    if (!fits(image.width()) || !fits(image.height())) {
      throw BadRequest.body(
          "", "expected an image of at most %1$d × %1$d pixels".formatted(MOST_PIXELS));
    }
  }

  private static boolean fits(int pixels) {
    return pixels >= 1 && pixels <= MOST_PIXELS;
  }

  private static String hash(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java has SHA-256", e);
    }
  }
}

package io.visavis.backoffice.idempotency;

import io.visavis.backoffice.access.Caller;
import io.visavis.backoffice.configuration.IdempotencySettings;
import io.visavis.backoffice.json.StrictJson;
import io.visavis.backoffice.problem.BadRequest;
import io.visavis.backoffice.problem.Problem;
import io.visavis.signaling.answer.AnswerStore;
import io.visavis.signaling.answer.AnswerStore.Answer;
import io.visavis.signaling.answer.AnswerStore.Key;
import io.visavis.signaling.protocol.ErrorCode;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.regex.Pattern;

/** Carries out a request once for each {@code Idempotency-Key}; without one, it does nothing. */
@Idempotent
@Dependent
public class IdempotencyFilter implements ContainerRequestFilter, ContainerResponseFilter {
  private static final System.Logger LOG = System.getLogger(IdempotencyFilter.class.getName());
  private static final String HEADER = "Idempotency-Key";
  private static final String REPLAYED = "Idempotency-Replayed";
  private static final String TAKEN = IdempotencyFilter.class.getName();
  private static final Pattern VISIBLE = Pattern.compile("[!-~]{1,255}");
  private static final int UNPROCESSABLE = 422;

  /** No request takes that long: whoever began it is gone. */
  private static final Duration LONGEST_REQUEST = Duration.ofMinutes(1);

  private record Taken(Key key, Instant at) {}

  @Inject private Caller caller;
  @Inject private AnswerStore answers;
  @Inject private IdempotencySettings settings;
  @Inject private Clock clock;

  @Override
  public void filter(ContainerRequestContext request) throws IOException {
    var header = request.getHeaderString(HEADER);
    if (header == null) {
      return;
    }
    if (!VISIBLE.matcher(header).matches()) {
      throw BadRequest.parameter(HEADER, "expected 1 to 255 visible ASCII characters");
    }
    var agent = caller.agent();
    var key =
        new Key(
            agent.accountId(), agent.agentId(), digest(header.getBytes(StandardCharsets.US_ASCII)));
    var now = clock.instant();
    var found =
        answers.begin(
            key, digest(request), now, now.minus(settings.life()), now.minus(LONGEST_REQUEST));
    switch (found.state()) {
      case BEGUN -> request.setProperty(TAKEN, new Taken(key, now));
      case ANSWERED -> request.abortWith(replayed(found.answer()));
      case IN_FLIGHT ->
          request.abortWith(
              Problem.of(ErrorCode.WRONG_STATE, "the request of this key is being carried out")
                  .response());
      case OTHER_REQUEST ->
          request.abortWith(
              Problem.of(
                      ErrorCode.BAD_MESSAGE, UNPROCESSABLE, "the key was used for another request")
                  .response());
    }
  }

  @Override
  public void filter(ContainerRequestContext request, ContainerResponseContext response)
      throws IOException {
    if (!(request.getProperty(TAKEN) instanceof Taken taken)) {
      return;
    }
    request.removeProperty(TAKEN);
    try {
      if (response.getStatusInfo().getFamily() == Response.Status.Family.SUCCESSFUL
          && response.getEntity() instanceof Record entity) {
        var location = response.getLocation();
        answers.finish(
            taken.key(),
            taken.at(),
            new Answer(
                response.getStatus(),
                location == null ? null : location.toString(),
                StrictJson.text(entity)));
      } else {
        answers.abandon(taken.key(), taken.at());
      }
    } catch (RuntimeException e) {
      // What was created stays created: the caller must learn of it.
      LOG.log(System.Logger.Level.ERROR, "An answer could not be kept under its key", e);
    }
  }

  private static Response replayed(Answer answer) {
    var response =
        Response.status(answer.status())
            .type(MediaType.APPLICATION_JSON_TYPE)
            .entity(answer.body())
            .header(REPLAYED, "true");
    return (answer.location() == null ? response : response.location(URI.create(answer.location())))
        .build();
  }

  /** Reads the body, as far as it may reach, and puts it back. */
  private static String digest(ContainerRequestContext request) throws IOException {
    var body = request.getEntityStream().readNBytes(StrictJson.MAX_BYTES + 1);
    request.setEntityStream(new ByteArrayInputStream(body));
    var head = request.getMethod() + " " + request.getUriInfo().getPath() + "\n";
    return digest(head.getBytes(StandardCharsets.UTF_8), body);
  }

  private static String digest(byte[]... parts) {
    try {
      var sha = MessageDigest.getInstance("SHA-256");
      for (var part : parts) {
        sha.update(part);
      }
      return Base64.getUrlEncoder().withoutPadding().encodeToString(sha.digest());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java has SHA-256", e);
    }
  }
}

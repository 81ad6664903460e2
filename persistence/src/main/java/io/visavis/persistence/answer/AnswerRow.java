package io.visavis.persistence.answer;

import io.visavis.persistence.schema.Instants;
import io.visavis.persistence.schema.Text;
import io.visavis.signaling.answer.AnswerStore.Answer;
import io.visavis.signaling.answer.AnswerStore.Key;
import io.visavis.signaling.token.SecretBox;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/** A key that was taken, with the answer once there is one. */
@Entity(name = "IdempotentAnswer")
@Table(name = "idempotent_answer")
@IdClass(AnswerRow.Id3.class)
class AnswerRow {
  private static final int LONGEST = 140_000;

  @Id
  @Column(name = "account_id")
  private String accountId;

  @Id private String caller;

  @Id
  @Column(name = "answer_key")
  private String answerKey;

  @Column(nullable = false)
  private String request;

  @Column private Integer status;

  @Column private String location;

  @Column private String body;

  @Column(name = "created_at", nullable = false)
  private Instant createdAt;

  protected AnswerRow() {}

  AnswerRow(Key key, String request, Instant now) {
    accountId = key.accountId();
    caller = Text.checked("caller", key.caller(), 128);
    answerKey = Text.checked("key", key.value(), 64);
    begin(request, now);
  }

  final void begin(String newRequest, Instant now) {
    request = Text.checked("request", newRequest, 64);
    status = null;
    location = null;
    body = null;
    createdAt = Instants.micros(now);
  }

  void finish(Answer answer, SecretBox box) {
    status = answer.status();
    location = Text.checked("location", answer.location(), 2000);
    body =
        answer.body() == null
            ? null
            : Text.checked(
                "body",
                box.seal(context(), answer.body().getBytes(StandardCharsets.UTF_8)),
                LONGEST);
  }

  boolean begunAt(Instant moment) {
    return createdAt.equals(Instants.micros(moment));
  }

  boolean begunBefore(Instant moment) {
    return createdAt.isBefore(moment);
  }

  boolean givenUp(Instant alive) {
    return status == null && createdAt.isBefore(alive);
  }

  boolean isOf(String other) {
    return request.equals(other);
  }

  /** The answer; empty before there is one, and when the service's secret has changed since. */
  Optional<Answer> answer(SecretBox box) {
    if (status == null) {
      return Optional.empty();
    }
    if (body == null) {
      return Optional.of(new Answer(status, location, null));
    }
    return box.open(context(), body)
        .map(open -> new Answer(status, location, new String(open, StandardCharsets.UTF_8)));
  }

  /** A sealed answer opens in its own row only. */
  private String context() {
    return String.join(" ", "idempotent_answer", accountId, caller, answerKey);
  }

  /** The three columns of the primary key. */
  static class Id3 implements Serializable {
    private static final long serialVersionUID = 1L;
    private String accountId;
    private String caller;
    private String answerKey;

    protected Id3() {}

    Id3(Key key) {
      accountId = key.accountId();
      caller = key.caller();
      answerKey = key.value();
    }

    @Override
    public boolean equals(Object other) {
      return other instanceof Id3 id
          && Objects.equals(accountId, id.accountId)
          && Objects.equals(caller, id.caller)
          && Objects.equals(answerKey, id.answerKey);
    }

    @Override
    public int hashCode() {
      return Objects.hash(accountId, caller, answerKey);
    }
  }
}

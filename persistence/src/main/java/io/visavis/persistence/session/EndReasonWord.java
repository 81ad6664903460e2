package io.visavis.persistence.session;

import io.visavis.signaling.session.EndReason;
import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;

/** Keeps end reasons as the words of the protocol. */
@Converter
public class EndReasonWord implements AttributeConverter<EndReason, String> {

  @Override
  public String convertToDatabaseColumn(EndReason reason) {
    return reason == null ? null : reason.word();
  }

  /**
   * {@inheritDoc}
   *
   * @throws IllegalStateException if the column holds a word that this version does not know
   */
  @Override
  public EndReason convertToEntityAttribute(String word) {
    return word == null
        ? null
        : EndReason.of(word)
            .orElseThrow(() -> new IllegalStateException("Unknown end reason: " + word));
  }
}

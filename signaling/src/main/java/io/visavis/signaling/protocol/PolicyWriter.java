package io.visavis.signaling.protocol;

import com.fasterxml.jackson.core.JsonGenerator;
import io.visavis.signaling.protocol.Result.AgentPolicy;
import io.visavis.signaling.protocol.Result.VisitorPolicy;
import java.io.IOException;
import java.util.List;
import java.util.Map;

/** Writes what of a policy a client is told. */
final class PolicyWriter {
  private final JsonGenerator json;

  private PolicyWriter(JsonGenerator json) {
    this.json = json;
  }

  /** Writes the field {@code policy}. */
  static void write(Result.Policy policy, JsonGenerator json) throws IOException {
    json.writeObjectFieldStart("policy");
    new PolicyWriter(json).fields(policy);
    json.writeEndObject();
  }

  private void fields(Result.Policy policy) throws IOException {
    if (policy instanceof VisitorPolicy visitor) {
      visitor(visitor);
    } else if (policy instanceof AgentPolicy agent) {
      agent(agent);
    } else {
      throw new IllegalArgumentException("no wire form for " + policy.getClass());
    }
  }

  private void visitor(VisitorPolicy policy) throws IOException {
    json.writeNumberField("version", policy.version());
    json.writeStringField("surface", policy.surface().word());
    json.writeBooleanField("relayOnly", policy.relayOnly());
    languages(policy.languages());
    byLanguage("message", policy.message());
    if (policy.logoUrl().isPresent()) {
      json.writeStringField("logoUrl", policy.logoUrl().get());
    }
    byLanguage("privacyUrl", policy.privacyUrl());
  }

  private void agent(AgentPolicy policy) throws IOException {
    json.writeStringField("surface", policy.surface().word());
    json.writeBooleanField("relayOnly", policy.relayOnly());
    json.writeBooleanField("mayRequest", policy.mayRequest());
    languages(policy.languages());
  }

  private void languages(List<Language> languages) throws IOException {
    json.writeArrayFieldStart("languages");
    for (Language language : languages) {
      json.writeString(language.word());
    }
    json.writeEndArray();
  }

  /** Absent when there is none in any language. */
  private void byLanguage(String name, Map<Language, String> texts) throws IOException {
    if (texts.isEmpty()) {
      return;
    }
    json.writeObjectFieldStart(name);
    for (Language language : Language.values()) {
      if (texts.containsKey(language)) {
        json.writeStringField(language.word(), texts.get(language));
      }
    }
    json.writeEndObject();
  }
}

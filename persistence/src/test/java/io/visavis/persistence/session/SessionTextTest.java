package io.visavis.persistence.session;

import static io.visavis.persistence.session.Shares.NOW;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.visavis.persistence.engine.Engine;
import io.visavis.persistence.engine.OnEveryEngine;
import io.visavis.persistence.schema.Text;
import io.visavis.signaling.session.SessionStore.Created;
import io.visavis.signaling.session.ShareSession;
import io.visavis.signaling.session.ShareSession.Request;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What people are called in the world, and what attackers send. */
@OnEveryEngine
class SessionTextTest {
  @Parameter Engine engine;
  private Shares shares;

  @BeforeEach
  void anAccount() throws Exception {
    shares = new Shares(engine.database());
  }

  private ShareSession named(String agentName) {
    var request = new Request(UUID.randomUUID().toString(), null, "agent", agentName);
    var id = UUID.randomUUID().toString();
    return ShareSession.requested(id, shares.account, request, NOW, NOW.plusSeconds(120));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Zoë Œuvrard-d’Aÿ",
        "نور الهدى",
        "שירה כהן",
        "李雷 \uD840\uDC00",
        "👩🏽‍💻 Noor 😀",
        "e\u0301 and é stay different",
        "\u202Eright to left\u202C",
        "zero\u200Bwidth\uFEFF",
        "'; drop table share_session; --",
        "<script>alert(1)</script>",
        "%_!\\ \" ' `",
        " spaces around ",
        "line\r\nbreak\ttab\u0001",
        "\uFFFF\uFFFD",
        ""
      })
  void aNameComesBackExactlyAsItWent(String name) {
    var session = named(name);
    assertThat(shares.store.create(session)).isEqualTo(Created.DONE);
    assertThat(shares.store.find(shares.account, session.id())).contains(session);
  }

  @ParameterizedTest
  @ValueSource(strings = {"\0", "nul\0inside", "\uD83D", "half \uDE00 pair", "\uDE00\uD83D"})
  void aNameThatNoDatabaseKeepsIsRefusedBeforeAnyIsAsked(String name) {
    var session = named(name);
    assertThatThrownBy(() -> shares.store.create(session))
        .isInstanceOf(Text.UnstorableText.class)
        .hasMessageContaining("agent name");
    assertThat(shares.store.find(shares.account, session.id())).isEmpty();
  }

  @Test
  void namesOfFullLengthFitAndLongerOnesAreRefused() {
    var longest = named("😀".repeat(200));
    assertThat(shares.store.create(longest)).isEqualTo(Created.DONE);
    assertThat(shares.store.find(shares.account, longest.id())).contains(longest);
    assertThatThrownBy(() -> shares.store.create(named("😀".repeat(201))))
        .hasMessage("agent name is longer than 200 characters");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "\0", "\uD83D", "%", "' or 'a'='a"})
  void anIdThatNobodyHasFindsNothing(String id) {
    shares.created("visitor?");
    assertThat(shares.store.find(shares.account, id)).isEmpty();
    assertThat(shares.store.find(id, id)).isEmpty();
    assertThat(shares.store.openOf(shares.account, "visitor" + id)).isEmpty();
  }
}

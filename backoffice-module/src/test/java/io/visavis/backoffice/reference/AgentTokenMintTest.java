package io.visavis.backoffice.reference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class AgentTokenMintTest {
  private final Chat chat = new Chat();
  private final AgentTokenMint mint = new AgentTokenMint(chat.settings, chat.clock);

  private JsonNode part(String token, int index) throws IOException {
    byte[] json = Base64.getUrlDecoder().decode(token.split("\\.")[index]);
    return StrictJson.tree(new String(json, StandardCharsets.UTF_8));
  }

  @Test
  void aTokenSaysWhatThePlugInSurfaceAsks() throws IOException {
    DemoUser alix = DemoDirectory.user("alix").orElseThrow();
    String token = mint.mint(alix, Optional.of("visitor-anna"));

    JsonNode header = part(token, 0);
    assertThat(header.get("alg").textValue()).isEqualTo("HS256");
    assertThat(header.get("kid").textValue()).isEqualTo("demo-lumen");
    assertThat(header.get("typ").textValue()).isEqualTo("visavis-agent+jwt");
    JsonNode claims = part(token, 1);
    assertThat(claims.get("iss").textValue()).isEqualTo("pk_demo_lumen");
    assertThat(claims.get("aud").toString()).contains("\"visavis\"");
    assertThat(claims.get("sub").textValue()).isEqualTo("alix");
    assertThat(claims.get("name").textValue()).isEqualTo("Alix Bernard");
    assertThat(claims.get("role").textValue()).isEqualTo("admin");
    assertThat(claims.get("visitor").textValue()).isEqualTo("visitor-anna");
    assertThat(claims.get("jti").textValue()).isNotBlank();
    long life = claims.get("exp").longValue() - claims.get("iat").longValue();
    assertThat(life).isBetween(60L, 15 * 60L);
  }

  @Test
  void aTokenForAllVisitorsNamesNone() throws IOException {
    DemoUser sacha = DemoDirectory.user("sacha").orElseThrow();
    JsonNode claims = part(mint.mint(sacha, Optional.empty()), 1);
    assertThat(claims.has("visitor")).isFalse();
    assertThat(claims.get("iss").textValue()).isEqualTo("pk_demo_brume");
  }

  @Test
  void aShortKeyIsRefusedWithItsNameAndRemedy() {
    DemoSettings weak =
        new DemoSettings(true, Optional.empty(), Optional.of("demo"), Optional.of("short"));
    DemoUser sacha = DemoDirectory.user("sacha").orElseThrow();
    assertThatThrownBy(() -> new AgentTokenMint(weak, chat.clock).mint(sacha, Optional.empty()))
        .hasMessageContaining("visavis.demo.agent-key")
        .hasMessageContaining("set a random one");
  }
}

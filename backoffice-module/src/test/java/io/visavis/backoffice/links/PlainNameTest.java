package io.visavis.backoffice.links;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PlainNameTest {
  @Test
  void aNameStaysAsItIs() {
    assertThat(PlainName.of("Zoë d’Été-Müller 🧵")).isEqualTo("Zoë d’Été-Müller 🧵");
    assertThat(PlainName.of("نور")).isEqualTo("نور");
  }

  @Test
  void whatTurnsTheDirectionOfWritingOrCannotBeSeenIsTakenOut() {
    assertThat(PlainName.of("Cam\u202eille\u2066 \u200bPerrin\ufeff\u200f"))
        .isEqualTo("Camille Perrin");
    assertThat(PlainName.of("Camille\0\u0007")).isEqualTo("Camille");
  }

  @Test
  void linesBecomeSpacesSoThatNoNameMakesAParagraphOfItsOwn() {
    assertThat(PlainName.of(" Camille\r\n\nVérifié\u2028par\u00a0la banque "))
        .isEqualTo("Camille Vérifié par la banque");
  }

  @Test
  void joinersThatSomeScriptsNeedAreKept() {
    assertThat(PlainName.of("می\u200cخواهم")).isEqualTo("می\u200cخواهم");
  }
}
